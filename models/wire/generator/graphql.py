# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a GraphQL SDL and merges it into a platform's model: types of both keep the OpenAPI's limits and required lists,
as "the `required` lists are the least that a decoder needs"; the SDL adds fields, enumerations and the operations."""
import re

from .model import Enum, Field, Operation, Struct, Type, pascal
from .openapi import ADDRESS, AMOUNT, BOOL, INTEGER, NUMBER, TEXT, TIME

TOKEN = re.compile(r'"""(?P<block>.*?)"""|"(?P<line>(?:[^"\\]|\\.)*)"|#[^\n]*|(?P<name>[_A-Za-z][_0-9A-Za-z]*)|(?P<number>-?[0-9.]+)'
                   r"|(?P<sign>[{}()\[\]!:=@|&$])|[\s,]+", re.S)
SCALARS = {"String": TEXT, "Int": INTEGER, "Float": NUMBER, "Boolean": BOOL, "Decimal": AMOUNT, "DateTime": TIME, "Address": ADDRESS}
DOMAIN_ENUMS = {"Chain": Type("Chain")}
ROOTS = ("Query", "Mutation", "Subscription")


class Parser:
    """Enough of the SDL for contracts: type, input, enum, scalar, schema."""

    def __init__(self, text):
        self.tokens = []
        position = 0
        while position < len(text):
            match = TOKEN.match(text, position)
            if not match:
                raise ValueError(f"SDL: cannot read {text[position:position + 30]!r}")
            position = match.end()
            kind = match.lastgroup
            if kind in ("block", "line"):
                self.tokens.append(("text", " ".join(match.group(kind).split())))
            elif kind:
                self.tokens.append((kind, match.group(kind)))
        self.at = 0
        self.types, self.inputs, self.enums, self.scalars = {}, {}, {}, {}

    def peek(self, value=None):
        token = self.tokens[self.at] if self.at < len(self.tokens) else ("end", "")
        return token if value is None else token[1] == value and token[0] != "text"

    def take(self, value=None):
        token = self.peek()
        if value is not None and not self.peek(value):
            raise ValueError(f"SDL: {value!r} expected, {token[1]!r} found")
        self.at += 1
        return token[1]

    def text(self):
        return self.take() if self.peek()[0] == "text" else ""

    def run(self):
        while self.peek()[0] != "end":
            description = self.text()
            keyword = self.take()
            if keyword == "schema":
                while not self.peek("}"):
                    self.take()
                self.take("}")
                continue
            name = self.take()
            self.directives()
            if keyword == "scalar":
                self.scalars[name] = description
            elif keyword == "enum":
                self.enums[name] = (description, self.block(self.enum_value))
            elif keyword in ("type", "input"):
                target = self.types if keyword == "type" else self.inputs
                target[name] = (description, self.block(self.member))
            else:
                raise ValueError(f"SDL: {keyword} is not understood")
        return self

    def block(self, item):
        self.take("{")
        items = []
        while not self.peek("}"):
            items.append(item())
        self.take("}")
        return items

    def enum_value(self):
        description = self.text()
        name = self.take()
        self.directives()
        return name, description

    def member(self):
        """(name, type, description, arguments)"""
        description = self.text()
        name = self.take()
        arguments = []
        if self.peek("("):
            self.take("(")
            while not self.peek(")"):
                arguments.append(self.member())
            self.take(")")
        self.take(":")
        kind = self.type()
        if self.peek("="):
            self.take("=")
            self.take()
        self.directives()
        return name, kind, description, arguments

    def type(self):
        """('name', inner or None for a name, required)"""
        if self.peek("["):
            self.take("[")
            kind = ("list", self.type())
            self.take("]")
        else:
            kind = ("name", self.take())
        required = self.peek("!")
        if required:
            self.take("!")
        return (*kind, required)

    def directives(self):
        while self.peek("@"):
            self.take("@")
            self.take()
            if self.peek("("):
                while not self.peek(")"):
                    self.take()
                self.take(")")


def sdl(kind):
    text = kind[1] if kind[0] == "name" else f"[{sdl(kind[1])}]"
    return text + ("!" if kind[2] else "")


class Merger:
    def __init__(self, model, parser):
        self.model = model
        self.parser = parser

    def run(self):
        for name, (description, values) in self.parser.enums.items():
            if name not in DOMAIN_ENUMS:
                self.model.enums[name] = Enum(name, values, description)
        for name, (description, members) in self.parser.types.items():
            if name not in ROOTS:
                self.struct(name, description, members, is_input=False)
        for name, (description, members) in self.parser.inputs.items():
            self.struct(name, description, members, is_input=True)
        self.open_roles()
        self.model.break_cycles()
        for root in ROOTS:
            for member in self.parser.types.get(root, ("", []))[1]:
                self.operation(root, member)

    def open_roles(self):
        """OpenAPI-only types name enumerations of the SDL by reference to a plain text of the same name."""
        for struct in self.model.structs.values():
            for item in struct.fields:
                enum = pascal(item.name)
                if item.type == TEXT and item.name == "role" and enum in self.model.enums:
                    item.type = Type(f"OpenEnum<{enum}>")

    def value(self, kind, owner):
        """The type without its own nullability."""
        if kind[0] == "list":
            inner = self.value(kind[1], owner)
            return (inner if kind[1][2] else inner.optional()).vector()
        name = kind[1]
        if name == "ID":
            return Type(f"Id<struct {owner}>")
        if name in SCALARS:
            return SCALARS[name]
        if name in DOMAIN_ENUMS:
            return DOMAIN_ENUMS[name]
        if name in self.parser.scalars:
            return TEXT
        if name in self.parser.enums:
            return Type(f"OpenEnum<{name}>")
        return Type(name, (name,), (name,))

    def struct(self, name, description, members, is_input):
        held = self.model.structs.get(name)
        known = {item.name: item for item in held.fields} if held else {}
        fields = []
        for field_name, kind, text, _ in members:
            item = self.field(name, field_name, kind, text, known.pop(field_name, None), bool(held))
            if is_input and item.presence == "optional":
                item.presence = "patch"
            fields.append(item)
        self.model.structs[name] = Struct(name, fields + list(known.values()), description or (held.doc if held else ""))

    def field(self, owner, name, kind, text, known, in_both):
        value = self.value(kind, owner)
        limits = dict(known.limits) if known else {}
        if value == AMOUNT and re.search(r"\b[Ss]igned\b", text):
            limits["mayBeNegative"] = True
        presence = "required" if kind[2] else "optional"
        if in_both:
            presence = known.presence if known else "optional"
        if value != TEXT:
            limits.pop("pattern", None)
        return Field(name, value, presence, limits, text or (known.doc if known else ""))

    def selection(self, kind, seen=()):
        while kind[0] == "list":
            kind = kind[1]
        name = kind[1]
        if name not in self.parser.types:
            return ""
        if name in seen:
            return None  # a type within itself ends here
        parts = []
        for field_name, inner, _, arguments in self.parser.types[name][1]:
            below = self.selection(inner, seen + (name,))
            if below is not None and not arguments:
                parts.append(field_name + below)
        return "{" + " ".join(parts) + "}"

    def operation(self, root, member):
        name, kind, text, arguments = member
        fields = [Field(argument, self.value(inner, pascal(name)), "required" if inner[2] else "optional", {}, note)
                  for argument, inner, note, _ in arguments]
        answer = self.value(kind, pascal(name))
        answer = answer if kind[2] else answer.optional()
        self.model.operations.append(Operation(pascal(name) + root, root, name, fields,
                                               {argument: sdl(inner) for argument, inner, _, _ in arguments},
                                               answer, self.selection(kind), text))


def merge(model, text):
    Merger(model, Parser(text).run()).run()
