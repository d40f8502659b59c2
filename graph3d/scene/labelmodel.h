// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QPointF>
#include <QtQml/qqmlregistration.h>

#include <span>
#include <vector>

namespace majlis::graph3d
{

// The labels that are on the screen now, some sixty at most. Rows keep their node while it keeps its label, so that a
// turning camera moves texts and does not make new ones.
class LabelModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by SceneController")
public:
    enum Role {
        TextRole = Qt::UserRole + 1, // QString
        XRole, // qreal: left border, logical pixels
        YRole, // qreal: top border
        StrongRole, // bool: selected, under the pointer, or on the lit path
        OpacityRole, // qreal: less for nodes in the haze
    };

    struct Label {
        int index = -1;
        QString text;
        QPointF place;
        bool strong = false;
        qreal opacity = 1.0;

        bool operator==(const Label &) const = default;
    };

    using QAbstractListModel::QAbstractListModel;

    // Makes the rows these labels, in an order that this model chooses. Each node at most once.
    void setLabels(std::span<const Label> labels);
    [[nodiscard]] const std::vector<Label> &labels() const { return m_labels; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    void removeAllBut(std::span<const Label> labels);

    std::vector<Label> m_labels;
};

} // namespace majlis::graph3d
