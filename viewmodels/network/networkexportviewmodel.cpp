// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/network/networkexportviewmodel.h"

#include "graph3d/scene/networkmodel.h"
#include "graph3d/scene/networkstate.h"
#include "models/domain/export/networkexport.h"
#include "models/domain/export/pseudonyms.h"
#include "viewmodels/format/failures.h"
#include "viewmodels/format/figures.h"
#include "viewmodels/network/peopleexport.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QtConcurrentRun>

#include <array>

namespace majlis::viewmodels
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int secretBytes = 32;
constexpr std::chrono::milliseconds lookEvery{50};
constexpr std::array allFormats{
    ExportFormat::Csv, ExportFormat::GraphMl, ExportFormat::Gexf, ExportFormat::Gltf, ExportFormat::Svg};
constexpr std::array allSuffixes{"csv"_L1, "graphml"_L1, "gexf"_L1, "glb"_L1, "svg"_L1};

QByteArray newSecret()
{
    QByteArray secret(secretBytes, Qt::Uninitialized);
    QRandomGenerator::system()->generate(secret.begin(), secret.end());
    return secret;
}

} // namespace

NetworkExportViewModel::NetworkExportViewModel(
    const NetworkPeople &people, const graph3d::NetworkModel &scene, QObject *parent)
    : AsyncState(parent)
    , m_people(people)
    , m_scene(scene)
{
    m_look.setInterval(lookEvery);
    connect(&m_look, &QTimer::timeout, this, [this] { setProgress(m_run ? m_run->done.load() : 0); });
}

NetworkExportViewModel::~NetworkExportViewModel()
{
    if (m_run) {
        m_run->isWanted = false;
    }
}

QStringList NetworkExportViewModel::formats()
{
    return {tr("Table (CSV)"), tr("GraphML"), tr("GEXF"), tr("3D model (glTF)"), tr("Picture (SVG)")};
}

void NetworkExportViewModel::setFormat(int format)
{
    if (format >= 0 && format < static_cast<int>(allFormats.size()) && m_format != format && !isLoading()) {
        m_format = format;
        setPathToReplace({});
        reset();
        Q_EMIT choiceChanged();
    }
}

QString NetworkExportViewModel::formatHint() const
{
    switch (allFormats[static_cast<std::size_t>(m_format)]) {
    case ExportFormat::Csv:
        return tr("A line for each person. For spreadsheets.");
    case ExportFormat::GraphMl:
        return tr("Who brought whom, and what is known of each. For yEd, Cytoscape and NetworkX.");
    case ExportFormat::Gexf:
        return tr("The same with places and colours. For Gephi.");
    case ExportFormat::Gltf:
        return tr("Points and lines in space, without names. For Blender and other 3D programs.");
    case ExportFormat::Svg:
        return tr("What is seen from the front, without names, sharp at any size. For print.");
    }
    return {};
}

void NetworkExportViewModel::setPseudonyms(bool on)
{
    if (m_pseudonyms != on && !isLoading()) {
        m_pseudonyms = on;
        reset();
        Q_EMIT choiceChanged();
    }
}

QString NetworkExportViewModel::suffix() const
{
    return allSuffixes[static_cast<std::size_t>(m_format)];
}

QString NetworkExportViewModel::suggestedName() const
{
    return u"network."_s + suffix();
}

QString NetworkExportViewModel::fileToReplace() const
{
    return m_pathToReplace.isEmpty() ? QString() : QFileInfo(m_pathToReplace).fileName();
}

void NetworkExportViewModel::show()
{
    if (!m_open && m_people.count() > 0) {
        m_open = true;
        setPathToReplace({});
        reset();
        Q_EMIT openChanged();
    }
}

void NetworkExportViewModel::close()
{
    cancel();
    if (m_open) {
        m_open = false;
        Q_EMIT openChanged();
    }
}

void NetworkExportViewModel::exportTo(const QUrl &file)
{
    if (isLoading() || m_people.count() == 0) {
        return;
    }
    QString path = file.isLocalFile() ? file.toLocalFile() : QString();
    if (path.isEmpty()) {
        return;
    }
    if (QFileInfo(path).suffix().isEmpty()) {
        path += u'.' + suffix();
    }
    const bool isTaken = QFileInfo::exists(path);
    setPathToReplace(isTaken ? path : QString());
    if (!isTaken) {
        write(path);
    }
}

void NetworkExportViewModel::replaceFile()
{
    if (!m_pathToReplace.isEmpty() && !isLoading() && m_people.count() > 0) {
        const QString path = m_pathToReplace;
        setPathToReplace({});
        write(path);
    }
}

void NetworkExportViewModel::setPathToReplace(const QString &path)
{
    if (m_pathToReplace != path) {
        m_pathToReplace = path;
        Q_EMIT fileToReplaceChanged();
    }
}

void NetworkExportViewModel::write(const QString &path)
{
    setLoading();
    setProgress(0);
    m_run = std::make_shared<Run>();
    m_look.start();
    const auto source = std::make_shared<const PeopleExport>(
        m_people, PeopleExport::Looks{m_scene.positions(), m_scene.state().attributes(), m_scene.palette()});
    const auto format = allFormats[static_cast<std::size_t>(m_format)];
    QtConcurrent::run([source, format, path, isMasked = m_pseudonyms, run = m_run] {
        const auto goOn = [&run](double done) {
            run->done = done;
            return run->isWanted.load();
        };
        if (isMasked) {
            return exportNetwork(PseudonymousSource(*source, newSecret()), format, path, goOn);
        }
        return exportNetwork(*source, format, path, goOn);
    }).then(this, [this, path, run = m_run, people = source->count()](const Result<void> &written) {
        if (run == m_run) {
            take(written, path, people);
        }
    });
}

void NetworkExportViewModel::cancel()
{
    if (m_run) {
        m_run->isWanted = false; // its end is no longer waited for
        m_run.reset();
        m_look.stop();
        setProgress(0);
        reset();
    }
}

void NetworkExportViewModel::setProgress(double progress)
{
    if (m_progress != progress) {
        m_progress = progress;
        Q_EMIT progressChanged();
    }
}

void NetworkExportViewModel::take(const Result<void> &written, const QString &path, std::uint32_t people)
{
    m_run.reset();
    m_look.stop();
    setProgress(0);
    if (written) {
        m_outcome = tr("%1 people are in %2").arg(format::count(people), QFileInfo(path).fileName());
        setReady();
    } else {
        setFailed(format::describe(written.error()));
    }
}

} // namespace majlis::viewmodels
