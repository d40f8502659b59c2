// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QLatin1StringView>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

namespace majlis::store
{

/// A setting's name, type and default in one place, as in
/// `inline const SettingKey<bool> reduceMotion{"appearance/reduceMotion"_L1, false};`
/// Types: bool, int, double, QString, QStringList, QByteArray, QJsonArray, QJsonObject. Never for secrets.
template <class T>
struct SettingKey {
    QLatin1StringView name;
    T fallback;
};

/// The user's choices in one small JSON file, read before the first frame and written through a temporary file shortly
/// after a change and on destruction. A file that cannot be read is renamed and the defaults are used. GUI thread.
class Settings : public QObject
{
    Q_OBJECT

public:
    explicit Settings(QString path, QObject *parent = nullptr);
    ~Settings() override;

    /// Full path of a damaged file that was put aside at start; empty otherwise.
    [[nodiscard]] const QString &keptAs() const { return m_keptAs; }

    /// The fallback when nothing, or something of another type, is stored.
    template <class T>
    [[nodiscard]] T value(const SettingKey<T> &key) const;
    template <class T>
    void setValue(const SettingKey<T> &key, const T &value);

    /// Writes now what is not written yet; false (and writeFailed) when the disk refused.
    bool flush();

Q_SIGNALS:
    void changed(const QString &name);
    void writeFailed(const QString &detail);

private:
    void load();
    void store(QLatin1StringView name, const QJsonValue &value);

    QString m_path;
    QString m_keptAs;
    QJsonObject m_values;
    QTimer m_writeSoon;
    bool m_dirty = false;
};

} // namespace majlis::store
