// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <QtQml/qqmlregistration.h>

namespace majlis::viewmodels
{

/// One field of the profile while it is edited.
class ProfileField : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by ProfileViewModel")
    Q_PROPERTY(QString label READ label CONSTANT FINAL)
    Q_PROPERTY(QString help READ help CONSTANT FINAL)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged FINAL)
    Q_PROPERTY(QString error READ error NOTIFY errorChanged FINAL) ///< empty: nothing is wrong
    Q_PROPERTY(int maximumLength READ maximumLength CONSTANT FINAL) ///< code points
    Q_PROPERTY(bool dirty READ isDirty NOTIFY textChanged FINAL)

public:
    ProfileField(QString path, QString label, QString help, int maximumLength, QObject *parent = nullptr);

    [[nodiscard]] QString path() const { return m_path; } ///< as the contract names it: `displayName`
    [[nodiscard]] QString label() const { return m_label; }
    [[nodiscard]] QString help() const { return m_help; }
    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text); ///< clears the error
    [[nodiscard]] QString error() const { return m_error; }
    void setError(const QString &error);
    [[nodiscard]] int maximumLength() const { return m_maximumLength; }
    [[nodiscard]] bool isDirty() const { return m_text != m_saved; }
    void setSaved(const QString &text); ///< what the platform has; takes over `text` unless it is being edited
    void revert();

Q_SIGNALS:
    void textChanged();
    void errorChanged();

private:
    QString m_path;
    QString m_label;
    QString m_help;
    QString m_text;
    QString m_saved;
    QString m_error;
    int m_maximumLength;
};

} // namespace majlis::viewmodels
