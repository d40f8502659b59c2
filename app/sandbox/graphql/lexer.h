// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/graphql/language.h"

namespace majlis::sandbox::graphql
{

struct Token {
    enum class Kind { Punctuator, Name, Int, Float, String, End, Bad };
    Kind kind = Kind::End;
    QString text; ///< the punctuator, the name, the digits, the text of a string without its escapes; what is bad
    Location at;
};

/// Cuts GraphQL text into tokens; after End or Bad it gives the same again.
class Lexer
{
public:
    explicit Lexer(QStringView text)
        : m_text(text)
    {
    }
    [[nodiscard]] Token next();

private:
    void skipIgnored();
    [[nodiscard]] Token number();
    [[nodiscard]] Token string();
    [[nodiscard]] Token blockString();
    [[nodiscard]] bool escape(QString &target);
    [[nodiscard]] Token make(Token::Kind kind, const QString &text, qsizetype start) const;
    [[nodiscard]] Token bad(const QString &message) const;
    [[nodiscard]] QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar();
    }
    void newLine();

    QStringView m_text;
    qsizetype m_at = 0;
    qsizetype m_lineStart = 0;
    int m_line = 1;
};

} // namespace majlis::sandbox::graphql
