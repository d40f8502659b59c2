# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the model as C++. Lines are clang-format's business."""
import json
import re
import textwrap

from .model import camel, pascal
from .openapi import folder_name

HEAD = "// SPDX-License-Identifier: GPL-3.0-or-later\n// Written by models/wire/generate.py from resources/schemas; do not edit.\n"


def files(model):
    out = {"types.h": types_header(model), "types.cpp": types_source(model),
           "endpoints.h": endpoints_header(model), "endpoints.cpp": endpoints_source(model)}
    if model.operations:
        out["operations.h"] = operations_header(model)
        out["operations.cpp"] = operations_source(model)
    return out


def namespace(model):
    return f"majlis::wire::{folder_name(model.platform)}"


def include(model, name):
    return f'#include "models/wire/{folder_name(model.platform)}/{name}"\n'


def comment(text, limit=600):
    text = " ".join(text.split()).replace("`", "`").replace("*/", "* /")
    if not text:
        return ""
    if len(text) > limit:
        text = text[:limit].rsplit(" ", 1)[0] + " …"
    return "".join(f"/// {line}\n" for line in textwrap.wrap(text, 112))


def literal(text):
    return json.dumps(text, ensure_ascii=False)


def enumerators(enum):
    """(name, wire text, doc) with names made unique."""
    used, out = {"Unknown"}, []
    for value, note in enum.values:
        name = pascal(value)
        while name in used:
            name += "Value"
        used.add(name)
        out.append((name, value, note))
    return out


def types_header(model):
    text = [HEAD, "#pragma once\n\n", '#include "models/domain/chain.h"\n#include "models/wire/codec.h"\n\n',
            "#include <array>\n#include <optional>\n#include <vector>\n\n"]
    if model.enums:
        text.append(f"namespace {namespace(model)} {{\n\n")
        for enum in model.enums.values():
            text.append(comment(enum.doc) + f"enum class {enum.name} {{\nUnknown,\n")
            text += [comment(note) + f"{name},\n" for name, _, note in enumerators(enum)]
            text.append("};\n\n")
        text.append(f"}} // namespace {namespace(model)}\n\nnamespace majlis {{\n\n")
        for enum in model.enums.values():
            rows = enumerators(enum)
            full = f"wire::{folder_name(model.platform)}::{enum.name}"
            pairs = ",\n".join(f"{{{full}::{name}, u{literal(value)}}}" for name, value, _ in rows)
            text.append(f"template <>\nstruct WireNames<{full}> {{\nstatic constexpr std::array<std::pair<{full}, QStringView>, {len(rows)}> names{{{{{pairs}}}}};\n}};\n\n")
        text.append("} // namespace majlis\n\n")
    text.append(f"namespace {namespace(model)} {{\n\n")
    structs = model.ordered_structs()
    text += [f"struct {struct.name};\n" for struct in structs] + ["\n"]
    for struct in structs:
        text.append(comment(struct.doc) + f"struct {struct.name} {{\n")
        for field in struct.fields:
            kind = field.member_type
            default = f" = {kind.default}" if kind.default else ""
            text.append(comment(field.doc, 300) + f"{kind.cpp} {field.member}{default};\n")
        text.append(f"\nfriend bool operator==(const {struct.name} &, const {struct.name} &) = default;\n}};\n\n")
    text.append("// The fields of each type, for reading and for writing.\n")
    for struct in structs:
        text.append(f"template <class Archive>\nvoid describe(Archive &archive, Described<Archive, {struct.name}> &value);\n")
    return "".join(text) + f"\n}} // namespace {namespace(model)}\n"


def limits(values):
    order = ("minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum", "exclusiveMinimum", "mayBeNegative", "pattern")
    parts = []
    for key in order:
        if key in values:
            value = values[key]
            shown = "true" if value is True else literal(value) if isinstance(value, str) else repr(value)
            parts.append(f".{key} = {shown}")
    return ", {" + ", ".join(parts) + "}" if parts else ""


def types_source(model):
    text = [HEAD, include(model, "types.h"), f"\nnamespace {namespace(model)} {{\n\n"]
    structs = model.ordered_structs()
    for struct in structs:
        unused = "" if struct.fields else "[[maybe_unused]] "
        text.append(f"template <class Archive>\nvoid describe({unused}Archive &archive, {unused}Described<Archive, {struct.name}> &value)\n{{\n")
        for field in struct.fields:
            values = {key: value for key, value in field.limits.items() if key != "mayBeNegative" or "Amount" in field.type.cpp}
            text.append(f"archive.{field.presence}({literal(field.name)}, value.{field.member}{limits(values)});\n")
        text.append("}\n\n")
    for struct in structs:
        text.append(f"template void describe(Reader &, {struct.name} &);\ntemplate void describe(Writer &, const {struct.name} &);\n")
    return "".join(text) + f"\n}} // namespace {namespace(model)}\n"


def endpoints_header(model):
    text = [HEAD, "#pragma once\n\n", include(model, "types.h"), '#include "models/wire/request.h"\n\n',
            "/// One type an endpoint: its parameters as members, request() to send, Answer to decode.\n",
            f"namespace {namespace(model)}::rest {{\n\n"]
    for endpoint in model.endpoints:
        text.append(comment(endpoint.doc) + f"struct {endpoint.name} {{\nusing Answer = {endpoint.answer.cpp};\n\n")
        for parameter in endpoint.parameters:
            kind = parameter.type if parameter.required else parameter.type.optional()
            default = f" = {kind.default}" if kind.default else ""
            text.append(comment(parameter.doc, 300) + f"{kind.cpp} {camel(parameter.name)}{default};\n")
        if endpoint.body:
            kind = endpoint.body if endpoint.body_required else endpoint.body.optional()
            text.append(f"{kind.cpp} body;\n")
        text.append("\n[[nodiscard]] Request request() const;\n};\n\n")
    return "".join(text) + f"}} // namespace {namespace(model)}::rest\n"


def path_expression(endpoint):
    names = {parameter.name: camel(parameter.name) for parameter in endpoint.parameters if parameter.place == "path"}
    parts = []
    for piece in re.split(r"(\{[^}]+\})", endpoint.path):
        if piece.startswith("{"):
            parts.append(f"pathPart({names[piece[1:-1]]})")
        elif piece:
            parts.append(f"u{literal(piece)}_s")
    return " + ".join(parts)


def endpoints_source(model):
    text = [HEAD, include(model, "endpoints.h"), f"\nusing namespace Qt::StringLiterals;\n\nnamespace {namespace(model)}::rest {{\n\n"]
    for endpoint in model.endpoints:
        text.append(f"Request {endpoint.name}::request() const\n{{\nRequest request;\n")
        if endpoint.method != "get":
            text.append(f"request.method = Method::{endpoint.method.capitalize()};\n")
        text.append(f"request.path = {path_expression(endpoint)};\n")
        for parameter in endpoint.parameters:
            member = camel(parameter.name)
            if parameter.place == "query":
                text.append(f"addQuery(request.query, u{literal(parameter.name)}_s, {member});\n")
            elif parameter.place == "header":
                value = member if parameter.required else "*" + member
                push = f"request.headers.emplace_back({literal(parameter.name)}, parameterText({value}).toUtf8());\n"
                text.append(push if parameter.required else f"if ({member})\n{push}")
        text.append(body_lines(endpoint))
        if endpoint.authentication != "None":
            text.append(f"request.authentication = Authentication::{endpoint.authentication};\n")
        if endpoint.idempotent:
            text.append("request.needsIdempotencyKey = true;\n")
        if endpoint.statuses != [200]:
            text.append(f"request.expectedStatus = {{{', '.join(map(str, endpoint.statuses))}}};\n")
        if endpoint.answer_types:
            text.append(f"request.answerTypes = {{{', '.join(literal(media) for media in endpoint.answer_types)}}};\n")
        if endpoint.required_keys:
            keys = ", ".join(f"u{literal(key)}_s" for key in dict.fromkeys(endpoint.required_keys))
            text.append(f"request.requiredKeys = {{{keys}}};\n")
        text.append("return request;\n}\n\n")
    return "".join(text) + f"}} // namespace {namespace(model)}::rest\n"


def body_lines(endpoint):
    if not endpoint.body:
        return ""
    if endpoint.body_required:
        return "request.body = encode(body).toObject();\n"
    return "if (body)\nrequest.body = encode(*body).toObject();\n"


def document(operation):
    variables = ", ".join(f"${name}: {kind}" for name, kind in operation.argument_types.items())
    arguments = ", ".join(f"{name}: ${name}" for name in operation.argument_types)
    head = f"{operation.kind.lower()} {operation.name}" + (f"({variables})" if variables else "")
    return f"{head} {{ {operation.field}" + (f"({arguments})" if arguments else "") + operation.selection + " }"


def operations_header(model):
    text = [HEAD, "#pragma once\n\n", include(model, "types.h"), '#include "models/wire/request.h"\n\n',
            "/// One type a GraphQL operation, each with one root field: an older server that lacks it takes no other along.\n",
            f"namespace {namespace(model)}::graphql {{\n\n"]
    for operation in model.operations:
        text.append(comment(operation.doc) + f"struct {operation.name} {{\nusing Answer = {operation.answer.cpp};\n"
                    f"static constexpr OperationKind kind = OperationKind::{operation.kind};\n"
                    f"static constexpr QStringView name = u{literal(operation.name)};\n"
                    f"/// The root field, where Answer stands in `data`.\n"
                    f"static constexpr QStringView field = u{literal(operation.field)};\n\n")
        for argument in operation.arguments:
            kind = argument.member_type
            default = f" = {kind.default}" if kind.default else ""
            text.append(f"{kind.cpp} {argument.member}{default};\n")
        text.append("\n[[nodiscard]] static QString document();\n[[nodiscard]] QJsonObject variables() const;\n};\n\n")
    return "".join(text) + f"}} // namespace {namespace(model)}::graphql\n"


def operations_source(model):
    text = [HEAD, include(model, "operations.h"), f"\nusing namespace Qt::StringLiterals;\n\nnamespace {namespace(model)}::graphql {{\n\n"]
    for operation in model.operations:
        lines = "\n".join(f"u{literal(line)}" for line in chunks(document(operation)))
        text.append(f"QString {operation.name}::document()\n{{\nreturn {lines}_s;\n}}\n\n")
        text.append(f"QJsonObject {operation.name}::variables() const\n{{\nQJsonObject variables;\n")
        for argument in operation.arguments:
            insert = f"variables.insert(u{literal(argument.name)}_s, encode({'*' if argument.presence == 'optional' else ''}{argument.member}));\n"
            text.append(insert if argument.presence == "required" else f"if ({argument.member})\n{insert}")
        text.append("return variables;\n}\n\n")
    return "".join(text) + f"}} // namespace {namespace(model)}::graphql\n"


def chunks(text, width=100):
    """Pieces of a string literal, cut after spaces."""
    out = []
    while len(text) > width:
        cut = text.rfind(" ", 0, width) + 1 or width
        out.append(text[:cut])
        text = text[cut:]
    return out + [text]


