// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/encoding/hex.h"
#include "wallet/review/reviewbuilder.h"
#include "wallet/review/signinpolicy.h"
#include "wallet/solana/message.h"
#include "wallet/solana/transaction.h"

#include <algorithm>

namespace majlis::wallet::detail
{

namespace
{

constexpr std::size_t longestFreeMessage = std::size_t{64} * 1024;

bool isReadable(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        return (c.category() == QChar::Other_Control && c != u'\n' && c != u'\t' && c != u'\r')
            || c.category() == QChar::Other_Format || c.category() == QChar::Other_NotAssigned;
    });
}

} // namespace

Review reviewOf(const TextMessageIntent &intent, const ReviewContext &context)
{
    ReviewBuilder review(ReviewAction::SignMessage, context);
    review.row(ReviewField::Account, context.account);
    const auto *text = std::get_if<QString>(&intent.content);
    const QByteArray utf8 = text == nullptr ? QByteArray() : text->toUtf8();
    const ByteView bytes = text == nullptr
        ? ByteView(std::get<Bytes>(intent.content))
        : ByteView(reinterpret_cast<const std::uint8_t *>(utf8.constData()), static_cast<std::size_t>(utf8.size()));
    if (bytes.empty() || bytes.size() > longestFreeMessage)
        review.refuse(ReviewFinding::InvalidField, QStringLiteral("a message has 1 byte to 64 KiB"));
    if (text != nullptr && !text->isValidUtf16())
        review.refuse(ReviewFinding::InvalidField, QStringLiteral("not a text"));
    // Bytes that are a text are looked at like one: a sign-in text does not become harmless by being handed over so.
    const QString asText
        = QString::fromUtf8(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    if (looksLikeSignIn(asText))
        review.refuse(ReviewFinding::LooksLikeSignIn);
    if (context.account.isSolana() && (solana::Message::parse(bytes) || solana::Transaction::parse(bytes)))
        review.refuse(ReviewFinding::LooksLikeTransaction);
    const bool readable = !asText.contains(QChar::ReplacementCharacter) && isReadable(asText);
    if (!readable)
        review.notice(ReviewFinding::UnreadableBytes, Severity::Danger);
    const QString hex = toHex(bytes);
    review.row(ReviewField::Message, readable ? asText : hex);
    review.setRaw(hex);
    return review.take();
}

} // namespace majlis::wallet::detail
