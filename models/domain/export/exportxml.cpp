// SPDX-License-Identifier: GPL-3.0-or-later
// GraphML and GEXF: two ways to say the same in XML.
#include "models/domain/export/exportformats.h"

#include <QXmlStreamWriter>

#include <span>

namespace majlis
{

using namespace Qt::StringLiterals;

namespace
{

/// One thing that is known of a person, under the name and type that both formats give it.
struct Field {
    QString name;
    QString graphMlType;
    QString gexfType;
    QString (*text)(const ExportPerson &); // null: unknown
};

QString orNull(const QString &text)
{
    return text.isEmpty() ? QString() : text;
}

QString countText(const std::optional<std::int64_t> &count)
{
    return count ? QString::number(*count) : QString();
}

std::span<const Field> fields()
{
    static const Field all[]{
        {u"name"_s, u"string"_s, u"string"_s, [](const ExportPerson &person) { return orNull(person.name); }},
        {u"address"_s, u"string"_s, u"string"_s, [](const ExportPerson &person) { return orNull(person.address); }},
        {u"chain"_s, u"string"_s, u"string"_s, [](const ExportPerson &person) { return orNull(person.chain); }},
        {u"depth"_s, u"int"_s, u"integer"_s, [](const ExportPerson &person) { return QString::number(person.depth); }},
        {u"verified"_s, u"boolean"_s, u"boolean"_s,
            [](const ExportPerson &person) {
                return person.verified ? (*person.verified ? u"true"_s : u"false"_s) : QString();
            }},
        {u"joined"_s, u"string"_s, u"string"_s,
            [](const ExportPerson &person) { return person.joinedAt ? person.joinedAt->toRfc3339() : QString(); }},
        // To the last digit, which no floating-point type of either format holds.
        {u"balance"_s, u"string"_s, u"string"_s,
            [](const ExportPerson &person) { return person.balance ? person.balance->toString() : QString(); }},
        {u"direct_referrals"_s, u"long"_s, u"long"_s,
            [](const ExportPerson &person) { return countText(person.directReferrals); }},
        {u"total_descendants"_s, u"long"_s, u"long"_s,
            [](const ExportPerson &person) { return countText(person.totalDescendants); }},
    };
    return all;
}

// XML 1.0 has no way to write most control characters.
QString xmlText(const QString &text)
{
    QString plain = QString::fromUtf8(text.toUtf8()); // half of a surrogate pair becomes a question mark
    plain.removeIf([](QChar letter) {
        const char16_t code = letter.unicode();
        return (code < 0x20 && code != u'\t') || code == 0xfffe || code == 0xffff;
    });
    return plain;
}

Result<void> finish(QXmlStreamWriter &xml, const QIODevice &device)
{
    xml.writeEndDocument();
    return xml.hasError() ? fail(ErrorCode::Storage, device.errorString()) : Result<void>();
}

} // namespace

Result<void> writeGraphMl(const ExportSource &source, QIODevice &device, const ExportProgress &progress)
{
    QXmlStreamWriter xml(&device);
    xml.writeStartDocument();
    xml.writeStartElement(u"graphml"_s);
    xml.writeDefaultNamespace(u"http://graphml.graphdrawing.org/xmlns"_s);
    for (const Field &field : fields()) {
        xml.writeEmptyElement(u"key"_s);
        xml.writeAttribute(u"id"_s, field.name);
        xml.writeAttribute(u"for"_s, u"node"_s);
        xml.writeAttribute(u"attr.name"_s, field.name);
        xml.writeAttribute(u"attr.type"_s, field.graphMlType);
    }
    xml.writeStartElement(u"graph"_s);
    xml.writeAttribute(u"id"_s, u"network"_s);
    xml.writeAttribute(u"edgedefault"_s, u"directed"_s);
    const Result<void> done = forEverybody(source, progress, 0, 1, [&](std::uint32_t index) {
        const ExportPerson person = source.person(index);
        xml.writeStartElement(u"node"_s);
        xml.writeAttribute(u"id"_s, person.id);
        for (const Field &field : fields()) {
            if (const QString text = field.text(person); !text.isNull()) {
                xml.writeStartElement(u"data"_s);
                xml.writeAttribute(u"key"_s, field.name);
                xml.writeCharacters(xmlText(text));
                xml.writeEndElement();
            }
        }
        xml.writeEndElement();
        if (person.parent) {
            xml.writeEmptyElement(u"edge"_s);
            xml.writeAttribute(u"source"_s, source.person(*person.parent).id);
            xml.writeAttribute(u"target"_s, person.id);
        }
    });
    return done ? finish(xml, device) : done;
}

namespace
{

void writeGexfNode(QXmlStreamWriter &xml, const ExportPerson &person, const ExportLook &look)
{
    xml.writeStartElement(u"node"_s);
    xml.writeAttribute(u"id"_s, person.id);
    xml.writeAttribute(u"label"_s, person.name.isEmpty() ? person.id : xmlText(person.name));
    xml.writeStartElement(u"attvalues"_s);
    for (const Field &field : fields()) {
        if (const QString text = field.text(person); !text.isNull()) {
            xml.writeEmptyElement(u"attvalue"_s);
            xml.writeAttribute(u"for"_s, field.name);
            xml.writeAttribute(u"value"_s, xmlText(text));
        }
    }
    xml.writeEndElement();
    xml.writeEmptyElement(u"viz:color"_s);
    for (std::size_t i = 0; i < 3; ++i) {
        xml.writeAttribute(QString(u"rgb"_s.at(static_cast<qsizetype>(i))), QString::number(look.color[i]));
    }
    xml.writeEmptyElement(u"viz:position"_s);
    for (std::size_t i = 0; i < 3; ++i) {
        xml.writeAttribute(QString(u"xyz"_s.at(static_cast<qsizetype>(i))), QString::number(look.position[i]));
    }
    xml.writeEmptyElement(u"viz:size"_s);
    xml.writeAttribute(u"value"_s, QString::number(look.radius));
    xml.writeEndElement();
}

} // namespace

Result<void> writeGexf(const ExportSource &source, QIODevice &device, const ExportProgress &progress)
{
    QXmlStreamWriter xml(&device);
    xml.writeStartDocument();
    xml.writeStartElement(u"gexf"_s);
    xml.writeDefaultNamespace(u"http://gexf.net/1.3"_s);
    xml.writeAttribute(u"xmlns:viz"_s, u"http://gexf.net/1.3/viz"_s);
    xml.writeAttribute(u"version"_s, u"1.3"_s);
    xml.writeStartElement(u"graph"_s);
    xml.writeAttribute(u"defaultedgetype"_s, u"directed"_s);
    xml.writeStartElement(u"attributes"_s);
    xml.writeAttribute(u"class"_s, u"node"_s);
    for (const Field &field : fields()) {
        xml.writeEmptyElement(u"attribute"_s);
        xml.writeAttribute(u"id"_s, field.name);
        xml.writeAttribute(u"title"_s, field.name);
        xml.writeAttribute(u"type"_s, field.gexfType);
    }
    xml.writeEndElement();
    xml.writeStartElement(u"nodes"_s);
    Result<void> done = forEverybody(source, progress, 0, 0.7,
        [&](std::uint32_t index) { writeGexfNode(xml, source.person(index), source.look(index)); });
    if (!done) {
        return done;
    }
    xml.writeEndElement();
    xml.writeStartElement(u"edges"_s);
    done = forEverybody(source, progress, 0.7, 0.3, [&](std::uint32_t index) {
        const ExportPerson person = source.person(index);
        if (person.parent) {
            xml.writeEmptyElement(u"edge"_s);
            xml.writeAttribute(u"id"_s, QString::number(index));
            xml.writeAttribute(u"source"_s, source.person(*person.parent).id);
            xml.writeAttribute(u"target"_s, person.id);
        }
    });
    return done ? finish(xml, device) : done;
}

} // namespace majlis
