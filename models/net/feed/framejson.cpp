// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/feed/dialect.h"

#include "models/net/feed/wsreader.h"
#include "models/net/strictjson.h"

#include <simdjson.h>

#include <QJsonArray>
#include <QJsonDocument>

namespace majlis::net
{

struct FrameJson::Parser {
    simdjson::dom::parser parser;
    simdjson::dom::element root;
};

FrameJson::FrameJson()
    : m_parser(std::make_unique<Parser>())
{
    // A failure shows up as a failed parse.
    [[maybe_unused]] const auto error = m_parser->parser.allocate(std::size_t{64} * 1024, maxJsonDepth);
}

FrameJson::~FrameJson() = default;

const simdjson::dom::element *FrameJson::parse(std::string_view text)
{
    if (text.starts_with("\xef\xbb\xbf"))
        return nullptr;
    // In place: the reader of frames keeps the padding.
    const auto error = m_parser->parser.parse(text.data(), text.size(), false).get(m_parser->root);
    return error == simdjson::SUCCESS ? &m_parser->root : nullptr;
}

QByteArray jsonString(const QByteArray &text)
{
    auto array = QJsonDocument(QJsonArray{QString::fromUtf8(text)}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

} // namespace majlis::net
