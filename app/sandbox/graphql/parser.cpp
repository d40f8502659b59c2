// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/graphql/lexer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace majlis::sandbox::graphql
{

namespace
{

constexpr int deepest = 64;

/// Recursive descent. The first error stops everything: what is parsed after it is thrown away.
class Parser
{
public:
    explicit Parser(QStringView text)
        : m_lexer(text)
    {
        advance();
    }

    std::expected<Document, SyntaxError> document()
    {
        Document result;
        while (good() && m_token.kind != Token::Kind::End) {
            if (isName(u"fragment"))
                fragment(result);
            else
                result.operations.push_back(operation());
        }
        if (good() && result.operations.empty())
            fail(u"Expected an operation"_s);
        if (!good())
            return std::unexpected(*m_error);
        return result;
    }

    std::expected<std::vector<TypeDefinition>, SyntaxError> schema()
    {
        std::vector<TypeDefinition> types;
        while (good() && m_token.kind != Token::Kind::End) {
            const QString text = description();
            if (isName(u"schema")) {
                skipSchema();
                continue;
            }
            types.push_back(typeDefinition(text));
        }
        if (!good())
            return std::unexpected(*m_error);
        return types;
    }

private:
    [[nodiscard]] bool good() const { return !m_error; }
    [[nodiscard]] bool isName(QStringView name) const
    {
        return m_token.kind == Token::Kind::Name && m_token.text == name;
    }
    [[nodiscard]] bool isPunctuator(QStringView text) const
    {
        return m_token.kind == Token::Kind::Punctuator && m_token.text == text;
    }
    void fail(const QString &message)
    {
        if (!m_error)
            m_error = SyntaxError{u"Syntax Error: "_s + message, m_token.at};
    }
    void advance()
    {
        m_token = m_lexer.next();
        if (m_token.kind == Token::Kind::Bad)
            fail(m_token.text);
    }
    bool accept(QStringView punctuator)
    {
        if (!good() || !isPunctuator(punctuator))
            return false;
        advance();
        return true;
    }
    void expect(QStringView punctuator)
    {
        if (!accept(punctuator))
            fail(u"Expected "_s + punctuator.toString());
    }
    QString name()
    {
        if (m_token.kind != Token::Kind::Name)
            fail(u"Expected a name"_s);
        const QString text = m_token.text;
        advance();
        return text;
    }
    QString description()
    {
        if (m_token.kind != Token::Kind::String)
            return {};
        const QString text = m_token.text;
        advance();
        return text;
    }
    /// Runs `each` until the closing punctuator; at least once.
    template <class Each>
    void list(QStringView open, QStringView close, Each each)
    {
        expect(open);
        if (++m_depth > deepest)
            fail(u"Nested too deeply"_s);
        do {
            if (good())
                each();
        } while (good() && !isPunctuator(close) && m_token.kind != Token::Kind::End);
        --m_depth;
        expect(close);
    }

    TypeRef type()
    {
        TypeRef result;
        if (isPunctuator(u"[")) {
            list(u"[", u"]", [&] { result.item = std::make_shared<const TypeRef>(type()); });
        } else {
            result.name = name();
        }
        result.nonNull = accept(u"!");
        return result;
    }

    Value value(bool constant)
    {
        Value result;
        result.text = m_token.text;
        switch (m_token.kind) {
        case Token::Kind::Int:
            result.kind = Value::Kind::Int;
            break;
        case Token::Kind::Float:
            result.kind = Value::Kind::Float;
            break;
        case Token::Kind::String:
            result.kind = Value::Kind::String;
            break;
        case Token::Kind::Name:
            result.kind = m_token.text == u"null"_s                       ? Value::Kind::Null
                : m_token.text == u"true"_s || m_token.text == u"false"_s ? Value::Kind::Boolean
                                                                          : Value::Kind::Enum;
            break;
        default:
            return compoundValue(constant);
        }
        advance();
        return result;
    }

    Value compoundValue(bool constant)
    {
        Value result;
        if (!constant && accept(u"$")) {
            result.kind = Value::Kind::Variable;
            result.text = name();
        } else if (isPunctuator(u"[")) {
            result.kind = Value::Kind::List;
            advance();
            if (++m_depth > deepest)
                fail(u"Nested too deeply"_s);
            while (good() && !accept(u"]"))
                result.items.push_back(value(constant));
            --m_depth;
        } else if (isPunctuator(u"{")) {
            result.kind = Value::Kind::Object;
            advance();
            if (++m_depth > deepest)
                fail(u"Nested too deeply"_s);
            while (good() && !accept(u"}")) {
                const QString key = name();
                expect(u":");
                result.fields.push_back({key, value(constant)});
            }
            --m_depth;
        } else {
            fail(u"Expected a value"_s);
        }
        return result;
    }

    std::vector<Argument> arguments(bool constant)
    {
        std::vector<Argument> result;
        if (!isPunctuator(u"("))
            return result;
        list(u"(", u")", [&] {
            Argument argument;
            argument.at = m_token.at;
            argument.name = name();
            expect(u":");
            argument.value = value(constant);
            result.push_back(std::move(argument));
        });
        return result;
    }

    std::vector<Directive> directives(bool constant)
    {
        std::vector<Directive> result;
        while (good() && isPunctuator(u"@")) {
            Directive directive;
            directive.at = m_token.at;
            advance();
            directive.name = name();
            directive.arguments = arguments(constant);
            result.push_back(std::move(directive));
        }
        return result;
    }

    std::vector<Selection> selections()
    {
        std::vector<Selection> result;
        list(u"{", u"}", [&] { result.push_back(selection()); });
        return result;
    }

    Selection selection()
    {
        Selection result;
        result.at = m_token.at;
        if (accept(u"...")) {
            const bool condition = isName(u"on");
            if (condition)
                advance();
            result.kind
                = !condition && m_token.kind == Token::Kind::Name ? Selection::Kind::Spread : Selection::Kind::Inline;
            if (condition || result.kind == Selection::Kind::Spread)
                result.name = name();
            result.directives = directives(false);
            if (result.kind == Selection::Kind::Inline)
                result.selections = selections();
            return result;
        }
        result.name = name();
        if (accept(u":")) {
            result.alias = result.name;
            result.name = name();
        }
        result.arguments = arguments(false);
        result.directives = directives(false);
        if (isPunctuator(u"{"))
            result.selections = selections();
        return result;
    }

    Operation operation()
    {
        Operation result;
        result.at = m_token.at;
        if (isPunctuator(u"{")) {
            result.selections = selections();
            return result;
        }
        if (isName(u"mutation"))
            result.kind = OperationKind::Mutation;
        else if (isName(u"subscription"))
            result.kind = OperationKind::Subscription;
        else if (!isName(u"query"))
            fail(u"Expected query, mutation, subscription or fragment"_s);
        advance();
        if (m_token.kind == Token::Kind::Name)
            result.name = name();
        if (isPunctuator(u"(")) {
            list(u"(", u")", [&] {
                VariableDefinition variable;
                variable.at = m_token.at;
                expect(u"$");
                variable.name = name();
                expect(u":");
                variable.type = type();
                if (accept(u"="))
                    variable.fallback = value(true);
                (void)directives(true);
                result.variables.push_back(std::move(variable));
            });
        }
        (void)directives(false);
        result.selections = selections();
        return result;
    }

    void fragment(Document &document)
    {
        Fragment result;
        result.at = m_token.at;
        advance();
        if (isName(u"on"))
            fail(u"A fragment cannot be called `on`"_s);
        result.name = name();
        if (!isName(u"on"))
            fail(u"Expected `on`"_s);
        advance();
        result.onType = name();
        (void)directives(false);
        result.selections = selections();
        if (document.fragments.contains(result.name))
            fail(u"There can be only one fragment named \""_s + result.name + u'"');
        document.fragments.insert(result.name, result);
    }

    void skipSchema()
    {
        advance();
        list(u"{", u"}", [&] {
            (void)name();
            expect(u":");
            (void)type();
        });
    }

    InputDefinition input()
    {
        InputDefinition result;
        result.description = description();
        result.name = name();
        expect(u":");
        result.type = type();
        if (accept(u"="))
            result.fallback = value(true);
        (void)directives(true);
        return result;
    }

    FieldDefinition fieldDefinition()
    {
        FieldDefinition result;
        result.description = description();
        result.name = name();
        if (isPunctuator(u"("))
            list(u"(", u")", [&] { result.arguments.push_back(input()); });
        expect(u":");
        result.type = type();
        (void)directives(true);
        return result;
    }

    TypeDefinition typeDefinition(const QString &text)
    {
        using Kind = TypeDefinition::Kind;
        TypeDefinition result;
        result.description = text;
        const QString keyword = name();
        result.name = name();
        for (const Directive &directive : directives(true)) {
            if (directive.name == u"specifiedBy"_s && !directive.arguments.empty())
                result.specifiedBy = directive.arguments.front().value.text;
        }
        if (keyword == u"scalar"_s)
            return result;
        if (keyword == u"type"_s) {
            result.kind = Kind::Object;
            list(u"{", u"}", [&] { result.fields.push_back(fieldDefinition()); });
        } else if (keyword == u"input"_s) {
            result.kind = Kind::Input;
            list(u"{", u"}", [&] { result.inputs.push_back(input()); });
        } else if (keyword == u"enum"_s) {
            result.kind = Kind::Enum;
            list(u"{", u"}", [&] {
                const QString about = description();
                result.values.push_back({name(), about});
            });
        } else {
            fail(u"Expected type, input, enum or scalar"_s);
        }
        return result;
    }

    Lexer m_lexer;
    Token m_token;
    std::optional<SyntaxError> m_error;
    int m_depth = 0;
};

} // namespace

QString TypeRef::text() const
{
    const QString inner = item ? QString(u'[' + item->text() + u']') : name;
    return nonNull ? QString(inner + u'!') : inner;
}

const InputDefinition *FieldDefinition::argument(const QString &wanted) const
{
    const auto found = std::ranges::find(arguments, wanted, &InputDefinition::name);
    return found == arguments.end() ? nullptr : &*found;
}

const FieldDefinition *TypeDefinition::field(const QString &wanted) const
{
    const auto found = std::ranges::find(fields, wanted, &FieldDefinition::name);
    return found == fields.end() ? nullptr : &*found;
}

std::expected<Document, SyntaxError> parseDocument(QStringView text)
{
    return Parser(text).document();
}

std::expected<std::vector<TypeDefinition>, SyntaxError> parseSchema(QStringView text)
{
    return Parser(text).schema();
}

} // namespace majlis::sandbox::graphql
