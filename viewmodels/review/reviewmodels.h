// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/rowsmodel.h"

#include <QtQml/qqmlregistration.h>

namespace majlis::viewmodels
{

/// One thing that a request does.
struct ReviewLine {
    int position = 0; ///< rows of a review have no other name
    QString label;
    QString value; ///< plain text, untrusted
    QString grouped; ///< of addresses: in full, in groups of four; empty otherwise
    bool isText = false; ///< a text of several lines, such as a message
    bool isMoney = false;
    bool operator==(const ReviewLine &) const = default;
};

/// What is signed, line by line, in the order to be read.
class ReviewLinesModel : public RowsModel<ReviewLine>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by ReviewViewModel")

public:
    enum Role {
        LabelRole = Qt::UserRole + 1, ///< QString
        ValueRole, ///< QString
        GroupedRole, ///< QString: an address in full, empty for anything else
        IsTextRole, ///< bool
        IsMoneyRole, ///< bool
    };
    Q_ENUM(Role)
    using RowsModel::RowsModel;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

protected:
    [[nodiscard]] QVariant value(const ReviewLine &row, int role) const override;
    [[nodiscard]] bool isSame(const ReviewLine &left, const ReviewLine &right) const override
    {
        return left.position == right.position;
    }
};

/// Something to know before signing.
struct ReviewWarning {
    enum class Severity { Note, Caution, Danger, Refusal };
    int finding = 0; ///< wallet::ReviewFinding
    Severity severity = Severity::Note;
    QString title;
    QString advice;
    bool operator==(const ReviewWarning &) const = default;
};

/// The gravest first.
class ReviewWarningsModel : public RowsModel<ReviewWarning>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by ReviewViewModel")

public:
    enum Severity { Note, Caution, Danger, Refusal };
    Q_ENUM(Severity)
    enum Role {
        SeverityRole = Qt::UserRole + 1, ///< ReviewWarningsModel.Severity
        TitleRole, ///< QString
        AdviceRole, ///< QString
    };
    Q_ENUM(Role)
    using RowsModel::RowsModel;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

protected:
    [[nodiscard]] QVariant value(const ReviewWarning &row, int role) const override;
    [[nodiscard]] bool isSame(const ReviewWarning &left, const ReviewWarning &right) const override
    {
        return left.finding == right.finding;
    }
};

} // namespace majlis::viewmodels
