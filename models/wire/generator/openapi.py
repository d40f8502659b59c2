# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads an OpenAPI 3.1 contract into the model."""
import re

import yaml

from .model import Endpoint, Enum, Field, Model, Parameter, Struct, Type, pascal

TEXT, BOOL, INTEGER, NUMBER = Type("QString"), Type("bool", default="false"), Type("std::int64_t", default="0"), Type("double", default="0")
AMOUNT, TIME, ADDRESS = Type("Amount"), Type("UnixMs"), Type("Address", default="unread()")
JSON, OBJECT, NOTHING = Type("QJsonValue"), Type("QJsonObject"), Type("wire::Nothing")

# Schemas that are values of the domain, not types of the platform.
DOMAIN = {
    "Address": ADDRESS, "EvmAddress": ADDRESS, "SolanaAddress": ADDRESS,
    "Decimal": AMOUNT, "AmountInput": AMOUNT, "Amount": AMOUNT,
    "DateTime": TIME, "Timestamp": TIME,
}
# The same for one platform: its own names for values that its neighbours call otherwise.
DOMAIN_OF = {"habibi": {"Chain": Type("Chain")}}
METHODS = ("get", "post", "put", "patch", "delete")


def folder_name(platform):
    return platform.replace("-", "")


def load(path, platform):
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    reader = Reader(document, Model(platform))
    reader.run()
    return reader.model


class Reader:
    def __init__(self, document, model):
        self.document = document
        self.model = model
        self.schemas = document.get("components", {}).get("schemas", {})
        self.resolved = {}
        self.domain = {**DOMAIN, **DOMAIN_OF.get(model.platform, {})}

    def run(self):
        for name in self.schemas:
            self.named(name)
        for path, item in self.document.get("paths", {}).items():
            if not path.startswith("/"):
                continue  # an extension
            shared = item.get("parameters", [])
            for method in METHODS:
                if method in item:
                    self.endpoint(path, method, item[method], shared)
        self.model.break_cycles()

    # ---- schemas

    def resolve(self, node):
        """Follows a $ref to what is not a schema (parameters, responses, headers)."""
        while isinstance(node, dict) and "$ref" in node:
            target = self.document
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target[part.replace("~1", "/").replace("~0", "~")]
            node = target
        return node

    def named(self, name):
        """The type of components/schemas/<name>, and its limits."""
        if name in self.resolved:
            return self.resolved[name]
        schema = self.schemas[name]
        if name in self.domain and schema.get("type", "string") == "string":
            self.resolved[name] = (self.domain[name], {})
        elif "$ref" not in schema and self.is_object(schema):
            cpp = pascal(name)
            self.resolved[name] = (Type(cpp, (cpp,), (cpp,)), {})  # before its fields: they may name it
            self.struct(cpp, schema)
        else:
            self.resolved[name] = self.schema(schema, pascal(name))[:2]
        return self.resolved[name]

    @staticmethod
    def is_object(schema):
        kinds = schema.get("type")
        return "properties" in schema and (kinds is None or kinds == "object" or "object" in kinds) or (
            "allOf" in schema and "properties" not in schema)

    def flat(self, schema):
        """(properties, required) with allOf folded in."""
        schema = self.resolve(schema)
        properties, required = {}, []
        for part in schema.get("allOf", []):
            more, needed = self.flat(part)
            properties.update(more)
            required += needed
        properties.update(schema.get("properties", {}))
        return properties, required + schema.get("required", [])

    def struct(self, cpp, schema):
        if cpp in self.model.structs:
            raise ValueError(f"two types are called {cpp}")
        struct = Struct(cpp, [], doc(schema))
        self.model.structs[cpp] = struct
        properties, required = self.flat(schema)
        for name, part in properties.items():
            kind, limits, nullable = self.schema(part, cpp + pascal(name))
            presence = "optional" if name not in required else "nullable" if nullable else "required"
            struct.fields.append(Field(name, kind, presence, {**limits, **signs(part)}, doc(part)))

    def schema(self, schema, hint):
        """(type, limits, may be null) of any schema; inline objects and enumerations are called `hint`."""
        if isinstance(schema, bool):
            return JSON, {}, False
        if "$ref" in schema:
            name = schema["$ref"].rsplit("/", 1)[1]
            kind, limits = self.named(name)
            return kind, limits, self.is_nullable(self.schemas[name])
        for key in ("anyOf", "oneOf"):
            if key in schema:
                return self.alternatives(schema, [part for part in schema[key]], hint)
        kinds = schema.get("type", "object" if self.is_object(schema) else None)
        kinds = [kinds] if isinstance(kinds, str) else list(kinds or [])
        nullable = "null" in kinds
        kinds = [kind for kind in kinds if kind != "null"]
        if len(kinds) != 1:
            return JSON, {}, False
        return *self.single(schema, kinds[0], hint), nullable

    def is_nullable(self, schema):
        kinds = schema.get("type", [])
        parts = schema.get("anyOf", []) + schema.get("oneOf", [])
        return "null" in kinds if isinstance(kinds, list) and kinds else any(part.get("type") == "null" for part in parts)

    def alternatives(self, schema, parts, hint):
        rest = [part for part in parts if part.get("type") != "null"]
        nullable = len(rest) < len(parts)
        if len(rest) == 1:
            kind, limits, inner = self.schema(rest[0], hint)
            return kind, limits, nullable or inner
        if self.is_object(schema):  # anyOf of `required` lists beside properties
            return *self.single(schema, "object", hint), nullable
        kinds = {self.schema(part, hint + str(index))[0] for index, part in enumerate(rest) if "required" not in part}
        if len(kinds) == 1:
            return kinds.pop(), {}, nullable
        return JSON, {}, nullable

    def single(self, schema, kind, hint):
        if kind == "string":
            return self.text(schema, hint)
        if kind in ("integer", "number"):
            names = {"minimum": "minimum", "maximum": "maximum"}
            limits = {ours: schema[theirs] for theirs, ours in names.items() if theirs in schema}
            if "exclusiveMinimum" in schema:
                limits.update(minimum=schema["exclusiveMinimum"], exclusiveMinimum=True)
            return (INTEGER if kind == "integer" else NUMBER), limits
        if kind == "boolean":
            return BOOL, {}
        if kind == "array":
            inner, limits, nullable = self.schema(schema.get("items", {}), hint + "Item")
            limits = {**limits, **{key: schema[key] for key in ("minItems", "maxItems") if key in schema}}
            return (inner.optional() if nullable else inner).vector(), limits
        if kind == "object" and self.flat(schema)[0]:
            if hint not in self.model.structs:
                self.struct(hint, schema)
            return Type(hint, (hint,), (hint,)), {}
        return OBJECT, {}

    def text(self, schema, hint):
        if schema.get("format") == "date-time":
            return TIME, {}
        values = schema.get("enum")
        if values and all(isinstance(value, str) for value in values):
            if hint not in self.model.enums:
                self.model.enums[hint] = Enum(hint, [(value, "") for value in values], doc(schema))
            return Type(f"OpenEnum<{hint}>"), {}
        pattern = schema.get("pattern", "")
        if pattern and "0,59" in pattern and r"[0-9]{1,18}" in pattern:
            return AMOUNT, {}
        return TEXT, {key: schema[key] for key in ("minLength", "maxLength", "pattern") if key in schema}

    # ---- endpoints

    def endpoint(self, path, method, operation, shared):
        name = pascal(operation["operationId"])
        parameters, idempotent = self.parameters(shared + operation.get("parameters", []), name)
        body, body_required = self.body(operation.get("requestBody"), name)
        answer, statuses, types, keys = self.answer(operation.get("responses", {}), name)
        text = operation.get("summary", "").strip()
        summary = f"{text}{'.' if text and text[-1] not in '.?!' else ''} {method.upper()} {path}. {doc(operation)}"
        self.model.endpoints.append(Endpoint(name, method, path, parameters, body, body_required, answer, statuses, types,
                                             keys, self.authentication(operation), idempotent, summary.strip()))

    def parameters(self, nodes, name):
        found, idempotent = [], False
        for node in nodes:
            node = self.resolve(node)
            lower = node["name"].lower()
            if node["in"] == "header" and lower == "idempotency-key":
                idempotent = node.get("required", False)
            elif node["in"] == "cookie" or node["in"] == "header" and lower == "if-none-match":
                continue  # the HTTP client's own
            else:
                kind, _, _ = self.schema(node.get("schema", {"type": "string"}), name + pascal(node["name"]))
                if kind in (JSON, OBJECT):
                    kind = TEXT
                required = node.get("required", False) or node["in"] == "path"
                found.append(Parameter(node["name"], node["in"], kind, required, doc(node)))
        return found, idempotent

    def body(self, node, name):
        node = self.resolve(node or {})
        content = node.get("content", {})
        if "application/json" not in content:
            return None, False
        kind, _, _ = self.schema(content["application/json"].get("schema", {}), name + "Body")
        return kind, node.get("required", False)

    def answer(self, responses, name):
        statuses, kind, types, keys = [], NOTHING, [], []
        for status, node in responses.items():
            if not re.fullmatch(r"2\d\d", str(status)):
                continue
            statuses.append(int(status))
            content = self.resolve(node).get("content", {})
            types += [media for media in content if media not in types]
            for media, part in content.items():
                if kind is NOTHING and "json" in media and "schema" in part:
                    kind, _, _ = self.schema(part["schema"], name + "Answer")
                    keys = self.flat(part["schema"])[1] if kind.refs else []
        return kind, statuses or [200], types, keys

    def authentication(self, operation):
        security = operation.get("security", self.document.get("security", []))
        if not security:
            return "None"
        return "Optional" if {} in security else "Required"


def doc(node):
    return " ".join(str(node.get("description", "")).split())


def signs(schema):
    """An amount may be negative only where its description says so (CONVENTIONS rule 1)."""
    return {"mayBeNegative": True} if re.search(r"\b[Ss]igned\b|[Nn]egative|below zero|may be < 0", doc(schema)) else {}
