// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/asyncstate.h"
#include "viewmodels/network/networkpeople.h"

#include <QStringList>
#include <QTimer>
#include <QUrl>

#include <atomic>
#include <memory>

namespace majlis::graph3d
{
class NetworkModel;
}

namespace majlis::viewmodels
{

/// Writes the network, as it is now and as it lies in the scene, to a file that the user chooses. Written on a worker
/// thread: `status` is Loading meanwhile, Ready when the file is there. GUI thread.
class NetworkExportViewModel : public majlis::viewmodels::AsyncState
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by NetworkViewModel")
    Q_PROPERTY(bool open READ isOpen NOTIFY openChanged FINAL)
    Q_PROPERTY(QStringList formats READ formats CONSTANT FINAL) ///< "Table (CSV)", …
    Q_PROPERTY(int format READ format WRITE setFormat NOTIFY choiceChanged FINAL) ///< index into formats
    Q_PROPERTY(QString formatHint READ formatHint NOTIFY choiceChanged FINAL) ///< what the chosen one is good for
    Q_PROPERTY(bool pseudonyms READ hasPseudonyms WRITE setPseudonyms NOTIFY choiceChanged FINAL)
    Q_PROPERTY(QString suffix READ suffix NOTIFY choiceChanged FINAL) ///< "csv"
    Q_PROPERTY(QString suggestedName READ suggestedName NOTIFY choiceChanged FINAL) ///< "network.csv"
    /// Name of the file that is there already and would be replaced; empty: nothing to ask.
    Q_PROPERTY(QString fileToReplace READ fileToReplace NOTIFY fileToReplaceChanged FINAL)
    Q_PROPERTY(double progress READ progress NOTIFY progressChanged FINAL) ///< 0 … 1
    Q_PROPERTY(QString outcome READ outcome NOTIFY statusChanged FINAL) ///< "1,285 people are in network.csv"

public:
    /// Both outlive this object.
    NetworkExportViewModel(const NetworkPeople &people, const graph3d::NetworkModel &scene, QObject *parent = nullptr);
    ~NetworkExportViewModel() override;

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] static QStringList formats();
    [[nodiscard]] int format() const { return m_format; }
    void setFormat(int format);
    [[nodiscard]] QString formatHint() const;
    [[nodiscard]] bool hasPseudonyms() const { return m_pseudonyms; }
    void setPseudonyms(bool on);
    [[nodiscard]] QString suffix() const;
    [[nodiscard]] QString suggestedName() const;
    [[nodiscard]] QString fileToReplace() const;
    [[nodiscard]] double progress() const { return m_progress; }
    [[nodiscard]] QString outcome() const { return m_outcome; }

    Q_INVOKABLE void show();
    Q_INVOKABLE void close(); ///< an export under way is stopped, and no file is left of it
    /// A name without an ending gets the format's. A file that is there is asked about first (fileToReplace). Does
    /// nothing while an export is under way.
    Q_INVOKABLE void exportTo(const QUrl &file);
    Q_INVOKABLE void replaceFile(); ///< yes to fileToReplace
    Q_INVOKABLE void cancel();

Q_SIGNALS:
    void openChanged();
    void choiceChanged();
    void progressChanged();
    void fileToReplaceChanged();

private:
    void setPathToReplace(const QString &path);
    void write(const QString &path);
    void setProgress(double progress);
    void take(const Result<void> &written, const QString &path, std::uint32_t people);

    const NetworkPeople &m_people;
    const graph3d::NetworkModel &m_scene;
    /// What both threads know of the export under way.
    struct Run {
        std::atomic<bool> isWanted = true;
        std::atomic<double> done = 0;
    };
    std::shared_ptr<Run> m_run; ///< null: none is under way
    QTimer m_look; ///< for how far it is
    QString m_outcome;
    QString m_pathToReplace;
    double m_progress = 0;
    int m_format = 0;
    bool m_pseudonyms = false;
    bool m_open = false;
};

} // namespace majlis::viewmodels
