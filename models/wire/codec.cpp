// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/codec.h"

#include <QHash>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace majlis::wire
{

namespace
{

// Patterns are string literals of the generated code, so their address names them.
bool matches(const QString &text, const char *pattern)
{
    thread_local QHash<const char *, QRegularExpression> compiled;
    auto found = compiled.constFind(pattern);
    if (found == compiled.constEnd())
        found = compiled.insert(
            pattern, QRegularExpression(QRegularExpression::anchoredPattern(QString::fromLatin1(pattern))));
    return found->match(text).hasMatch();
}

bool isWithin(double value, const Limits &limits)
{
    const bool aboveMinimum = limits.exclusiveMinimum ? value > limits.minimum : value >= limits.minimum;
    return aboveMinimum && value <= limits.maximum;
}

} // namespace

void Reader::read(const QJsonValue &json, bool &value, const Limits &)
{
    if (!json.isBool())
        return refuse("not true or false");
    value = json.toBool();
}

void Reader::read(const QJsonValue &json, std::int64_t &value, const Limits &limits)
{
    // 2^53: beyond it a double stands for more than one integer.
    constexpr double exactIntegers = 9'007'199'254'740'992.0;
    const double number = json.toDouble();
    if (!json.isDouble() || std::trunc(number) != number || std::abs(number) > exactIntegers)
        return refuse("not an integer");
    value = json.toInteger();
    if (!isWithin(number, limits))
        refuse("outside its range");
}

void Reader::read(const QJsonValue &json, double &value, const Limits &limits)
{
    if (!json.isDouble() || !std::isfinite(json.toDouble()))
        return refuse("not a number");
    value = json.toDouble();
    if (!isWithin(value, limits))
        refuse("outside its range");
}

void Reader::read(const QJsonValue &json, QString &value, const Limits &limits)
{
    if (!json.isString())
        return refuse("not a text");
    value = json.toString();
    if (value.size() < limits.minLength)
        return refuse("too short");
    // The contract counts code points; UTF-16 has at most two units for each.
    if (value.size() > limits.maxLength
        && (value.size() > 2 * limits.maxLength || value.toUcs4().size() > limits.maxLength))
        return refuse("too long");
    if (limits.pattern != nullptr && !matches(value, limits.pattern))
        refuse("not of the required form");
}

void Reader::read(const QJsonValue &json, Amount &value, const Limits &limits)
{
    if (!json.isString())
        return refuse("not a decimal text");
    const auto amount = Amount::parse(json.toString());
    if (!amount)
        return refuse("not a decimal");
    if (amount->isNegative() && !limits.mayBeNegative)
        return refuse("below zero");
    value = *amount;
}

void Reader::read(const QJsonValue &json, UnixMs &value, const Limits &)
{
    const auto time = UnixMs::fromRfc3339(json.toString());
    if (!json.isString() || !time)
        return refuse("not a time");
    value = *time;
}

void Reader::read(const QJsonValue &json, Address &value, const Limits &)
{
    const auto address = Address::parse(json.toString());
    if (!json.isString() || !address)
        return refuse("not an address");
    value = *address;
}

void Reader::read(const QJsonValue &json, QJsonObject &value, const Limits &)
{
    if (!json.isObject())
        return refuse("not an object");
    value = json.toObject();
}

void Reader::refuse(const char *why)
{
    if (m_error)
        return;
    const QString where = path();
    const QString detail = (where.isEmpty() ? u"the answer"_s : where) + u": "_s + QString::fromLatin1(why);
    m_error = fail(ErrorCode::Malformed, detail, where).error();
}

QString Reader::path() const
{
    QString path = m_rootPath;
    for (const StepData &step : m_steps) {
        if (!path.isEmpty())
            path += u'.';
        path += step.name != nullptr ? QString::fromLatin1(step.name) : QString::number(step.index);
    }
    return path;
}

} // namespace majlis::wire
