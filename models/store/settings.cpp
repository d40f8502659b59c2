// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/settings.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <optional>

namespace majlis::store
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int writeAfterMs = 250;
constexpr qint64 maxFileBytes = 4LL * 1024 * 1024;

template <class T>
struct Codec;

template <>
struct Codec<bool> {
    static QJsonValue write(bool value) { return value; }
    static std::optional<bool> read(const QJsonValue &json)
    {
        return json.isBool() ? std::optional(json.toBool()) : std::nullopt;
    }
};

template <>
struct Codec<int> {
    static QJsonValue write(int value) { return value; }
    static std::optional<int> read(const QJsonValue &json)
    {
        const auto number = json.toDouble(0.5);
        const auto whole = json.toInt(0);
        return number == whole ? std::optional(whole) : std::nullopt;
    }
};

template <>
struct Codec<double> {
    static QJsonValue write(double value) { return value; }
    static std::optional<double> read(const QJsonValue &json)
    {
        return json.isDouble() ? std::optional(json.toDouble()) : std::nullopt;
    }
};

template <>
struct Codec<QString> {
    static QJsonValue write(const QString &value) { return value; }
    static std::optional<QString> read(const QJsonValue &json)
    {
        return json.isString() ? std::optional(json.toString()) : std::nullopt;
    }
};

template <>
struct Codec<QStringList> {
    static QJsonValue write(const QStringList &value) { return QJsonArray::fromStringList(value); }
    static std::optional<QStringList> read(const QJsonValue &json)
    {
        if (!json.isArray())
            return {};
        QStringList list;
        for (const auto &item : json.toArray()) {
            if (!item.isString())
                return {};
            list += item.toString();
        }
        return list;
    }
};

template <>
struct Codec<QByteArray> {
    static QJsonValue write(const QByteArray &value) { return QString::fromLatin1(value.toBase64()); }
    static std::optional<QByteArray> read(const QJsonValue &json)
    {
        auto decoded
            = QByteArray::fromBase64Encoding(json.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        return json.isString() && decoded ? std::optional(*decoded) : std::nullopt;
    }
};

template <>
struct Codec<QJsonArray> {
    static QJsonValue write(const QJsonArray &value) { return value; }
    static std::optional<QJsonArray> read(const QJsonValue &json)
    {
        return json.isArray() ? std::optional(json.toArray()) : std::nullopt;
    }
};

template <>
struct Codec<QJsonObject> {
    static QJsonValue write(const QJsonObject &value) { return value; }
    static std::optional<QJsonObject> read(const QJsonValue &json)
    {
        return json.isObject() ? std::optional(json.toObject()) : std::nullopt;
    }
};

} // namespace

Settings::Settings(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
{
    m_writeSoon.setSingleShot(true);
    m_writeSoon.setInterval(writeAfterMs);
    connect(&m_writeSoon, &QTimer::timeout, this, &Settings::flush);
    load();
}

Settings::~Settings()
{
    flush();
}

void Settings::load()
{
    QFile file(m_path);
    if (!file.exists() || !file.open(QIODevice::ReadOnly))
        return;
    const auto bytes = file.read(maxFileBytes + 1);
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(bytes, &problem);
    if (bytes.size() <= maxFileBytes && problem.error == QJsonParseError::NoError && document.isObject()) {
        m_values = document.object();
        return;
    }
    file.close();
    const auto stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    const QString kept = m_path % u".damaged-"_s % stamp;
    if (QFile::rename(m_path, kept))
        m_keptAs = kept;
}

template <class T>
T Settings::value(const SettingKey<T> &key) const
{
    return Codec<T>::read(m_values.value(key.name)).value_or(key.fallback);
}

template <class T>
void Settings::setValue(const SettingKey<T> &key, const T &value)
{
    store(key.name, Codec<T>::write(value));
}

void Settings::store(QLatin1StringView name, const QJsonValue &value)
{
    if (m_values.value(name) == value)
        return;
    m_values.insert(name, value);
    m_dirty = true;
    m_writeSoon.start();
    Q_EMIT changed(name);
}

bool Settings::flush()
{
    m_writeSoon.stop();
    if (!m_dirty)
        return true;
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    const auto bytes = QJsonDocument(m_values).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        Q_EMIT writeFailed(file.errorString());
        return false;
    }
    m_dirty = false;
    return true;
}

#define MAJLIS_SETTING_TYPE(Type)                                                                                      \
    template Type Settings::value(const SettingKey<Type> &) const;                                                     \
    template void Settings::setValue(const SettingKey<Type> &, const Type &);

MAJLIS_SETTING_TYPE(bool)
MAJLIS_SETTING_TYPE(int)
MAJLIS_SETTING_TYPE(double)
MAJLIS_SETTING_TYPE(QString)
MAJLIS_SETTING_TYPE(QStringList)
MAJLIS_SETTING_TYPE(QByteArray)
MAJLIS_SETTING_TYPE(QJsonArray)
MAJLIS_SETTING_TYPE(QJsonObject)

#undef MAJLIS_SETTING_TYPE

} // namespace majlis::store
