# SPDX-License-Identifier: GPL-3.0-or-later
"""What the emitter writes: types, enumerations, endpoints and GraphQL operations of one platform."""
import re
from dataclasses import dataclass, field

KEYWORDS = set(
    "alignas alignof and asm auto bool break case catch char class concept const constexpr continue co_await co_return "
    "co_yield decltype default delete do double else enum explicit export extern false float for friend goto if inline "
    "int long module mutable namespace new noexcept not nullptr operator or private protected public register requires "
    "return short signed sizeof static struct switch template this throw true try typedef typename union unsigned using "
    "virtual void volatile while xor signals slots emit request".split())


def words(name):
    name = re.sub(r"([a-z0-9])([A-Z])", r"\1 \2", name)
    return [word for word in re.split(r"[^A-Za-z0-9]+", name) if word]


def camel(name):
    """A member's name: the wire's own where that is an identifier."""
    if not re.fullmatch(r"[a-z][A-Za-z0-9]*", name):
        parts = words(name)
        if not parts:
            return "value"
        name = parts[0].lower() + "".join(part[:1].upper() + part[1:] for part in parts[1:])
    if name[0].isdigit():
        name = "n" + name
    return name + "_" if name in KEYWORDS else name


def pascal(name):
    """A type's or an enumerator's name."""
    parts = words(name)
    text = "".join(part[:1].upper() + (part[1:].lower() if part.isupper() else part[1:]) for part in parts) or "Empty"
    return "N" + text if text[0].isdigit() else text


@dataclass(frozen=True)
class Type:
    """A C++ type. `refs` are the described types it holds by value, which must be defined before it."""
    cpp: str
    refs: tuple = ()
    uses: tuple = ()  # described types it names at all
    default: str = ""

    def optional(self):
        return Type(f"std::optional<{self.cpp}>", self.refs, self.uses)

    def vector(self):
        return Type(f"std::vector<{self.cpp}>", (), self.uses)

    def shared(self):
        """By pointer: how a type may hold itself."""
        return Type(f"std::shared_ptr<const {self.cpp}>", (), self.uses)


@dataclass
class Field:
    name: str
    type: Type
    presence: str = "required"  # required, nullable (there, perhaps null), optional, patch
    limits: dict = field(default_factory=dict)
    doc: str = ""

    @property
    def member(self):
        return camel(self.name)

    @property
    def member_type(self):
        if self.presence in ("nullable", "optional"):
            return self.type.optional()
        if self.presence == "patch":
            return Type(f"wire::Patch<{self.type.cpp}>", self.type.refs, self.type.uses)
        return self.type


@dataclass
class Struct:
    name: str
    fields: list
    doc: str = ""


@dataclass
class Enum:
    name: str
    values: list  # (wire text, doc)
    doc: str = ""


@dataclass
class Parameter:
    name: str
    place: str  # path, query, header
    type: Type
    required: bool
    doc: str = ""


@dataclass
class Endpoint:
    name: str
    method: str
    path: str
    parameters: list
    body: Type | None
    body_required: bool
    answer: Type
    statuses: list
    answer_types: list
    required_keys: list
    authentication: str  # None, Optional, Required
    idempotent: bool
    doc: str = ""


@dataclass
class Operation:
    name: str
    kind: str  # Query, Mutation, Subscription
    field: str
    arguments: list  # Field, with .doc
    argument_types: dict  # name → SDL type text
    answer: Type
    selection: str
    doc: str = ""


class Model:
    def __init__(self, platform):
        self.platform = platform
        self.structs = {}
        self.enums = {}
        self.endpoints = []
        self.operations = []

    def ordered_structs(self):
        """Each after the types it holds by value, else in the contract's order."""
        done, out = set(), []

        def visit(name, open_names=()):
            if name in done or name not in self.structs:
                return
            if name in open_names:
                raise ValueError(f"{name} holds itself by value: {' > '.join(open_names)}")
            for item in self.structs[name].fields:
                for ref in item.member_type.refs:
                    visit(ref, open_names + (name,))
            done.add(name)
            out.append(self.structs[name])

        for name in self.structs:
            visit(name)
        return out

    def break_cycles(self):
        """A type that would hold itself by value holds a shared pointer instead."""
        def reaches(start, goal, seen):
            if start == goal:
                return True
            if start in seen or start not in self.structs:
                return False
            seen.add(start)
            return any(reaches(ref, goal, seen) for item in self.structs[start].fields for ref in item.type.refs)

        for name, struct in self.structs.items():
            for item in struct.fields:
                if any(reaches(ref, name, set()) for ref in item.type.refs):
                    item.type = item.type.shared()
