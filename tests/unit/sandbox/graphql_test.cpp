// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/graphql/executor.h"
#include "app/sandbox/graphql/validator.h"

#include <catch2/catch.hpp>

#include <QJsonDocument>

using namespace majlis::sandbox;
using namespace majlis::sandbox::graphql;
using namespace Qt::StringLiterals;

namespace
{

const Schema &schema()
{
    static const Schema made(uR"(
        type Query { hero(name: String!, size: Int = 3, tags: [String!]): Hero  heroes: [Hero!]!  broken: String!  maybe: String }
        type Mutation { add(input: HeroInput!): Hero! }
        type Subscription { born(kind: Kind!): Hero! }
        enum Kind { BIG SMALL }
        input HeroInput { name: String! kind: Kind power: Float }
        "A hero"
        type Hero { name: String! kind: Kind friend: Hero power: Float id: ID! }
    )"_s);
    return made;
}

QString firstComplaint(const QString &query)
{
    const auto document = parseDocument(query);
    if (!document)
        return document.error().message;
    const auto errors = validate(schema(), *document);
    return errors.empty() ? QString() : errors.front().message;
}

ApiResult<QJsonValue> resolve(const FieldCall &call)
{
    const QJsonObject friendly{{u"name"_s, u"Noor"_s}, {u"kind"_s, u"SMALL"_s}, {u"id"_s, u"2"_s}};
    const QJsonObject hero{{u"name"_s, call.arguments.value(u"name"_s).toString(u"Layla"_s)}, {u"kind"_s, u"BIG"_s},
        {u"friend"_s, friendly}, {u"power"_s, call.arguments.value(u"size"_s).toDouble()}, {u"id"_s, u"1"_s}};
    if (call.name == u"broken"_s || call.name == u"maybe"_s)
        return refuse(ApiError::conflict(u"No"_s, u"because"_s));
    if (call.name == u"heroes"_s)
        return QJsonArray{hero, hero};
    return hero;
}

QJsonObject run(const QString &query, const QJsonObject &variables = {})
{
    Executor executor(schema());
    const auto prepared = executor.prepare(query, {}, variables);
    if (!prepared)
        return {{u"errors"_s, prepared.error()}};
    return executor.run(*prepared, resolve);
}

QByteArray dataOf(const QString &query, const QJsonObject &variables = {})
{
    return QJsonDocument(run(query, variables).value(u"data"_s).toObject()).toJson(QJsonDocument::Compact);
}

} // namespace

TEST_CASE("Documents parse with their positions", "[sandbox]")
{
    const auto document
        = parseDocument(u"query Q($a: [Int!]! = [1, 2]) {\n  x: hero(name: \"a\\n\\u00e9\\u{1F339}\") { name }\n}");
    REQUIRE(document);
    const Operation &operation = document->operations.front();
    CHECK(operation.name == u"Q"_s);
    CHECK(operation.variables.front().type.text() == u"[Int!]!"_s);
    const Selection &field = operation.selections.front();
    CHECK(field.responseKey() == u"x"_s);
    CHECK(field.at.line == 2);
    CHECK(field.at.column == 3);
    CHECK(field.arguments.front().value.text == u"a\né🌹"_s);
    const auto block = parseDocument(u"{ hero(name: \"\"\"\n    one\n      two\n    \"\"\") { name } }");
    CHECK(block->operations.front().selections.front().arguments.front().value.text == u"one\n  two"_s);
}

TEST_CASE("What is no document is refused at its place", "[sandbox]")
{
    for (const auto &text : {u""_s, u"{"_s, u"{}"_s, u"{ a(b:) }"_s, u"{ a(b: 01) }"_s, u"{ a(b: \"x) }"_s,
             u"query ($a) { b }"_s, u"{ a } }"_s, u"fragment on on X { a }"_s, u"{ a(b: 1.) }"_s, u"{ ... }"_s,
             u"{ a ? }"_s, u"{ a(b: \"\\q\") }"_s, u"subscribe { a }"_s})
        CHECK(!parseDocument(text));
    CHECK(parseDocument(u"{\n  a ?").error().at.line == 2);
    CHECK(!parseDocument(QString(QString(u"{a"_s).repeated(5000) + QString(u"}"_s).repeated(5000))));
    CHECK(!parseDocument(QString(u"{ a(b: "_s + QString(u"["_s).repeated(100'000) + u") }"_s)));
}

TEST_CASE("Validation complains about what the schema does not have", "[sandbox]")
{
    CHECK(firstComplaint(u"{ hero(name: \"x\") { name friend { name } } }"_s).isEmpty());
    for (const auto &text :
        {u"{ nobody }"_s, u"{ hero { name } }"_s, u"{ hero(name: 1) { name } }"_s, u"{ heroes }"_s,
            u"{ maybe { x } }"_s, u"{ hero(name: \"a\", size: 1.5) { name } }"_s,
            u"{ hero(name: \"a\") { name } hero(name: \"b\") { name } }"_s, u"{ ...f } fragment f on Query { ...f }"_s,
            u"query($x: Int) { hero(name: $x) { name } }"_s, u"query($x: String) { hero(name: $x) { name } }"_s,
            u"mutation { add(input: {kind: HUGE, name: \"\"}) { name } }"_s,
            u"subscription { born(kind: BIG) { name } again: born(kind: BIG) { name } }"_s,
            u"{ hero(name: \"a\") { friend { friend { friend { friend { friend { friend { friend { friend { friend { friend { name } } } } } } } } } } } }"_s})
        CHECK(!firstComplaint(text).isEmpty());
    CHECK(firstComplaint(u"query($t: [String!]) { hero(name: \"a\", tags: $t) { name } }"_s).isEmpty());
}

TEST_CASE("Fragments that multiply do not take for ever", "[sandbox]")
{
    QString text = u"{ hero(name: \"x\") { ...f0 } }"_s;
    for (int i = 0; i < 30; ++i) {
        text += u" fragment f%1 on Hero { a%1: friend { ...f%2 } b%1: friend { ...f%2 } }"_s.arg(i).arg(i + 1);
    }
    text += u" fragment f30 on Hero { name }"_s;
    CHECK(!firstComplaint(text).isEmpty());
}

TEST_CASE("Answers have the shape of the question", "[sandbox]")
{
    CHECK(dataOf(u"{ hero(name: \"Ada\") { n: name power } }"_s) == R"({"hero":{"n":"Ada","power":3}})");
    CHECK(dataOf(u"{ heroes { friend { __typename name } } }"_s)
        == R"({"heroes":[{"friend":{"__typename":"Hero","name":"Noor"}},{"friend":{"__typename":"Hero","name":"Noor"}}]})");
    CHECK(dataOf(u"query($b: Boolean!) { hero(name: \"A\") { name @skip(if: $b) id @include(if: $b) } }"_s,
              {{u"b"_s, true}})
        == R"({"hero":{"id":"1"}})");
    CHECK(dataOf(u"{ hero(name: \"A\") { friend { name } ...f } } fragment f on Hero { friend { id } }"_s)
        == R"({"hero":{"friend":{"id":"2","name":"Noor"}}})");
    CHECK(dataOf(u"query($n: String!, $s: Int) { hero(name: $n, size: $s) { name power } }"_s, {{u"n"_s, u"V"_s}})
        == R"({"hero":{"name":"V","power":3}})");
}

TEST_CASE("Errors go up to the next field that may be null", "[sandbox]")
{
    const QJsonObject nullable = run(u"{ maybe hero(name: \"A\") { id } }"_s);
    CHECK(nullable.value(u"data"_s)[u"hero"_s].isObject());
    CHECK(nullable.value(u"data"_s)[u"maybe"_s].isNull());
    CHECK(nullable.value(u"errors"_s)[0][u"extensions"_s][u"reason"_s] == u"because"_s);
    CHECK(nullable.value(u"errors"_s)[0][u"path"_s][0] == u"maybe"_s);
    CHECK(run(u"{ broken }"_s).value(u"data"_s).isNull());
}

TEST_CASE("Variables are coerced strictly", "[sandbox]")
{
    const QString query = u"query($s: Int, $n: String!) { hero(name: $n, size: $s) { name } }"_s;
    CHECK(run(query).contains(u"errors"_s));
    CHECK(run(query, {{u"n"_s, 5}}).contains(u"errors"_s));
    CHECK(run(query, {{u"n"_s, u"x"_s}, {u"s"_s, 1.5}}).contains(u"errors"_s));
    CHECK(run(query, {{u"n"_s, u"x"_s}, {u"s"_s, 3e10}}).contains(u"errors"_s));
    CHECK(!run(query, {{u"n"_s, u"x"_s}, {u"s"_s, 4}}).contains(u"errors"_s));
    const QString add = u"mutation($i: HeroInput!) { add(input: $i) { id } }"_s;
    CHECK(run(add, {{u"i"_s, QJsonObject{{u"nick"_s, u"x"_s}}}}).contains(u"errors"_s));
}

TEST_CASE("The contract's schema is built in and whole", "[sandbox]")
{
    const Schema &habibi = Schema::habibi();
    CHECK(habibi.root(OperationKind::Query).fields.size() == 12);
    CHECK(habibi.root(OperationKind::Mutation).fields.size() == 3);
    CHECK(habibi.root(OperationKind::Subscription).fields.size() == 3);
    CHECK(habibi.type(u"Decimal"_s)->kind == TypeDefinition::Kind::Scalar);
    CHECK(habibi.introspectType(u"User"_s).value(u"fields"_s).toArray().size() == 17);
}
