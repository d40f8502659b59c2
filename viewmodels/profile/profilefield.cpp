// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/profile/profilefield.h"

namespace majlis::viewmodels
{

ProfileField::ProfileField(QString path, QString label, QString help, int maximumLength, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_label(std::move(label))
    , m_help(std::move(help))
    , m_maximumLength(maximumLength)
{
}

void ProfileField::setText(const QString &text)
{
    if (m_text == text) {
        return;
    }
    m_text = text;
    setError({});
    Q_EMIT textChanged();
}

void ProfileField::setError(const QString &error)
{
    if (m_error == error) {
        return;
    }
    m_error = error;
    Q_EMIT errorChanged();
}

void ProfileField::setSaved(const QString &text)
{
    const bool edited = isDirty();
    if (m_saved == text && (edited || m_text == text)) {
        return;
    }
    m_saved = text;
    if (!edited) {
        m_text = text;
    }
    Q_EMIT textChanged();
}

void ProfileField::revert()
{
    setError({});
    setText(m_saved);
}

} // namespace majlis::viewmodels
