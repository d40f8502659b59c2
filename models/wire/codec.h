// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/address.h"
#include "models/domain/amount.h"
#include "models/domain/id.h"
#include "models/domain/openenum.h"
#include "models/domain/result.h"
#include "models/domain/time.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <concepts>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <type_traits>
#include <vector>

namespace majlis::wire
{

class Reader;
class Writer;

/// What describe() gets: the object for a Reader, the object as const for a Writer.
template <class Archive, class T>
using Described = std::conditional_t<std::is_same_v<Archive, Writer>, const T, T>;

/// A field of an input of three states: left out (keeps its value), null (is cleared), or a value.
template <class T>
using Patch = std::optional<std::optional<T>>;

/// What a schema says about a value beyond its type. Checked on reading only; a Writer writes what it is given.
struct Limits {
    int minLength = 0; ///< characters of a text
    int maxLength = 64 * 1024;
    int minItems = 0; ///< of a list
    int maxItems = 100'000;
    double minimum = -std::numeric_limits<double>::infinity(); ///< of a number
    double maximum = std::numeric_limits<double>::infinity();
    bool exclusiveMinimum = false;
    bool mayBeNegative = false; ///< of an amount: the sign only where the field says so (CONVENTIONS rule 1)
    const char *pattern = nullptr; ///< of a text, matched as a whole
};

/// A value for members of types that have no empty state, until they are read. Never seen: a type is handed out only
/// after all of its required fields were read.
[[nodiscard]] inline Address unread()
{
    return Address::evm({});
}

/// Nothing: the answer of an endpoint without a body.
struct Nothing {
    friend bool operator==(const Nothing &, const Nothing &) = default;
};

/// Fills a value from JSON, strictly: a missing required field, a wrong type, or a value outside its limits ends it
/// with an Error (Malformed) whose `path` is the place, such as `data.user.balance`. Unknown fields are ignored.
/// Used through decode() and by the generated describe() functions. One thread.
class Reader
{
public:
    explicit Reader(QString rootPath)
        : m_rootPath(std::move(rootPath))
    {
    }

    /// Must be there and not null.
    template <class T>
    void required(const char *name, T &value, const Limits &limits = {})
    {
        if (m_error)
            return;
        const QJsonValue json = m_object.value(QLatin1StringView(name));
        const Step step(*this, name);
        if (json.isUndefined())
            return refuse("missing");
        read(json, value, limits);
    }
    /// Must be there; null gives none.
    template <class T>
    void nullable(const char *name, std::optional<T> &value, const Limits &limits = {})
    {
        if (!m_error && !m_object.contains(QLatin1StringView(name))) {
            const Step step(*this, name);
            return refuse("missing");
        }
        optional(name, value, limits);
    }
    /// May be missing or null: none.
    template <class T>
    void optional(const char *name, std::optional<T> &value, const Limits &limits = {})
    {
        value.reset();
        if (m_error)
            return;
        const QJsonValue json = m_object.value(QLatin1StringView(name));
        if (json.isUndefined() || json.isNull())
            return;
        const Step step(*this, name);
        read(json, emplace(value), limits);
    }
    /// Missing: left out; null: cleared.
    template <class T>
    void patch(const char *name, Patch<T> &value, const Limits &limits = {})
    {
        value.reset();
        if (m_error || !m_object.contains(QLatin1StringView(name)))
            return;
        optional(name, value.emplace(), limits);
    }

    void read(const QJsonValue &json, bool &value, const Limits &limits);
    void read(const QJsonValue &json, std::int64_t &value, const Limits &limits);
    void read(const QJsonValue &json, double &value, const Limits &limits);
    void read(const QJsonValue &json, QString &value, const Limits &limits);
    void read(const QJsonValue &json, Amount &value, const Limits &limits);
    void read(const QJsonValue &json, UnixMs &value, const Limits &limits);
    void read(const QJsonValue &json, Address &value, const Limits &limits);
    void read(const QJsonValue &json, QJsonObject &value, const Limits &limits);
    void read(const QJsonValue &json, QJsonValue &value, const Limits &) { value = json; }
    template <class Tag>
    void read(const QJsonValue &json, Id<Tag> &value, const Limits &limits)
    {
        QString text;
        read(json, text, limits);
        value = Id<Tag>(std::move(text));
    }
    template <class E>
    void read(const QJsonValue &json, OpenEnum<E> &value, const Limits &limits)
    {
        QString text;
        read(json, text, limits);
        value = OpenEnum<E>::fromText(text);
    }
    template <class T>
    void read(const QJsonValue &json, std::vector<T> &value, const Limits &limits);
    template <class T>
    void read(const QJsonValue &json, std::optional<T> &value, const Limits &limits)
    {
        value.reset();
        if (!json.isNull())
            read(json, emplace(value), limits);
    }
    template <class T>
    void read(const QJsonValue &json, std::shared_ptr<const T> &value, const Limits &limits)
    {
        auto object = std::make_shared<T>();
        read(json, *object, limits);
        value = std::move(object);
    }
    /// A described type.
    template <class T>
        requires std::is_class_v<T>
    void read(const QJsonValue &json, T &value, const Limits &);

    [[nodiscard]] bool hasFailed() const { return m_error.has_value(); }
    [[nodiscard]] Error takeError() { return std::move(*m_error); }

private:
    /// One step of the path, for as long as it lives.
    class Step
    {
    public:
        Step(Reader &reader, const char *name)
            : m_reader(reader)
        {
            reader.m_steps.push_back({name, 0});
        }
        Step(Reader &reader, qsizetype index)
            : m_reader(reader)
        {
            reader.m_steps.push_back({nullptr, index});
        }
        ~Step() { m_reader.m_steps.pop_back(); }
        Q_DISABLE_COPY_MOVE(Step)

    private:
        Reader &m_reader;
    };
    struct StepData {
        const char *name; // null: an element of a list
        qsizetype index;
    };

    template <class T>
    static T &emplace(std::optional<T> &value)
    {
        if constexpr (std::is_same_v<T, Address>)
            return value.emplace(unread());
        else
            return value.emplace();
    }
    void refuse(const char *why);
    [[nodiscard]] QString path() const;

    QString m_rootPath;
    std::vector<StepData> m_steps;
    QJsonObject m_object; // whose fields are being read
    std::optional<Error> m_error; // the first
};

/// Writes a value as JSON: what a Reader reads, with fields that are none left out (`nullable` ones as null).
class Writer
{
public:
    template <class T>
    void required(const char *name, const T &value, const Limits & = {})
    {
        m_object.insert(QLatin1StringView(name), json(value));
    }
    template <class T>
    void nullable(const char *name, const std::optional<T> &value, const Limits & = {})
    {
        m_object.insert(QLatin1StringView(name), value ? json(*value) : QJsonValue());
    }
    template <class T>
    void optional(const char *name, const std::optional<T> &value, const Limits & = {})
    {
        if (value)
            required(name, *value);
    }
    template <class T>
    void patch(const char *name, const Patch<T> &value, const Limits & = {})
    {
        if (value)
            nullable(name, *value);
    }

    static QJsonValue json(bool value) { return value; }
    static QJsonValue json(std::int64_t value) { return static_cast<qint64>(value); }
    static QJsonValue json(double value) { return value; }
    static QJsonValue json(const QString &value) { return value; }
    static QJsonValue json(const Amount &value) { return value.toString(); }
    static QJsonValue json(UnixMs value) { return value.toRfc3339(); }
    static QJsonValue json(const Address &value) { return value.text(); }
    static QJsonValue json(const QJsonObject &value) { return value; }
    static QJsonValue json(const QJsonValue &value) { return value; }
    template <class Tag>
    static QJsonValue json(const Id<Tag> &value)
    {
        return value.text();
    }
    template <class E>
    static QJsonValue json(const OpenEnum<E> &value)
    {
        return value.text();
    }
    template <class T>
    static QJsonValue json(const std::vector<T> &values)
    {
        QJsonArray array;
        for (const T &value : values)
            array.append(json(value));
        return array;
    }
    template <class T>
    static QJsonValue json(const std::optional<T> &value)
    {
        return value ? json(*value) : QJsonValue();
    }
    template <class T>
    static QJsonValue json(const std::shared_ptr<const T> &value)
    {
        return value ? json(*value) : QJsonValue();
    }
    /// A described type.
    template <class T>
        requires std::is_class_v<T>
    static QJsonValue json(const T &value)
    {
        Writer writer;
        describe(writer, value);
        return writer.m_object;
    }

private:
    QJsonObject m_object;
};

template <class Archive>
void describe(Archive &, Described<Archive, Nothing> &)
{
}

template <class T>
void Reader::read(const QJsonValue &json, std::vector<T> &value, const Limits &limits)
{
    value.clear();
    if (!json.isArray())
        return refuse("not a list");
    const QJsonArray array = json.toArray();
    if (array.size() < limits.minItems || array.size() > limits.maxItems)
        return refuse("too many or too few elements");
    value.reserve(static_cast<std::size_t>(array.size()));
    for (qsizetype index = 0; index < array.size() && !m_error; ++index) {
        const Step step(*this, index);
        if constexpr (std::is_same_v<T, bool>) {
            bool element = false;
            read(array[index], element, limits);
            value.push_back(element);
        } else {
            if constexpr (std::is_same_v<T, Address>)
                value.push_back(unread());
            else
                value.emplace_back();
            read(array[index], value.back(), limits);
        }
    }
}

template <class T>
    requires std::is_class_v<T>
void Reader::read(const QJsonValue &json, T &value, const Limits &)
{
    if (!json.isObject())
        return refuse("not an object");
    const QJsonObject outer = std::exchange(m_object, json.toObject());
    describe(*this, value);
    m_object = outer;
}

/// A whole value; T may be a described type, a scalar, a vector of them, or an optional (null: none). `path` is where
/// it stands in the answer, for errors. Any thread.
template <class T>
[[nodiscard]] Result<T> decode(const QJsonValue &json, const QString &path = {})
{
    Reader reader(path);
    T value{};
    if constexpr (!std::is_same_v<T, Nothing>)
        reader.read(json, value, {});
    if (reader.hasFailed())
        return std::unexpected(reader.takeError());
    return value;
}

template <class T>
[[nodiscard]] QJsonValue encode(const T &value)
{
    return Writer::json(value);
}

} // namespace majlis::wire
