// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/connections/connectionsviewmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <catch2/catch.hpp>

#include <memory>

using namespace majlis;
using namespace majlis::viewmodels;
using namespace Qt::StringLiterals;
using Status = AsyncState::Status;

namespace
{

/// Healthy by default: https is taken, a probe answers when the test says so.
class FakeDirectory final : public ConnectionDirectory
{
public:
    [[nodiscard]] std::vector<Entry> entries() const override { return all; }
    [[nodiscard]] QString currentId() const override { return current; }
    [[nodiscard]] SandboxState sandboxState() const override { return sandbox; }
    [[nodiscard]] std::optional<Error> sandboxError() const override { return sandboxFailure; }
    [[nodiscard]] std::optional<Error> refusal(const QUrl &url) const override
    {
        return url.scheme() == "https"_L1 && !url.host().isEmpty() ? std::nullopt : std::optional(Error{});
    }
    void probe(const QUrl &, QObject *context, ProbeDone done) override
    {
        asker = context;
        answer = std::move(done);
    }
    QString add(const QString &name, const QUrl &url) override
    {
        all.push_back({u"new"_s, name, url, false});
        Q_EMIT changed();
        return u"new"_s;
    }
    void remove(const QString &id) override
    {
        std::erase_if(all, [&id](const Entry &entry) { return entry.id == id && !entry.sandbox; });
        Q_EMIT changed();
    }
    void use(const QString &id) override
    {
        current = id;
        Q_EMIT changed();
    }
    void startSandbox() override { setSandbox(SandboxState::Starting); }
    void stopSandbox() override { setSandbox(SandboxState::Stopped); }
    void setSandbox(SandboxState state)
    {
        sandbox = state;
        Q_EMIT changed();
    }

    std::vector<Entry> all{{u"sandbox"_s, u"Practice"_s, QUrl(), true}};
    QString current;
    SandboxState sandbox = SandboxState::Stopped;
    std::optional<Error> sandboxFailure;
    QPointer<QObject> asker;
    ProbeDone answer;
};

Error offline()
{
    Error error;
    error.code = ErrorCode::Offline;
    return error;
}

} // namespace

TEST_CASE("an address is saved only after it was tested, and only as it was tested", "[connections]")
{
    FakeDirectory directory;
    ConnectionsViewModel model(directory);
    model.setDraftUrl(u" https://api.example "_s);
    model.setDraftName(u"Example"_s);
    CHECK(model.canTest());
    CHECK_FALSE(model.canSave());
    model.saveDraft();
    CHECK(directory.all.size() == 1);
    model.testDraft();
    CHECK(model.draft()->isLoading());
    directory.answer(ConnectionDirectory::ProbeResult{u"1.4"_s, u"ok"_s, std::chrono::milliseconds(38)});
    CHECK(model.canSave());
    CHECK(model.draftResult().contains(u"38 ms"_s));
    model.setDraftUrl(u"https://other.example"_s);
    CHECK_FALSE(model.canSave());
    model.testDraft();
    directory.answer(ConnectionDirectory::ProbeResult{});
    model.saveDraft();
    CHECK(directory.current == u"new"_s);
    CHECK(model.draftUrl().isEmpty());
}

TEST_CASE("a test that fails says so and leaves loading", "[connections]")
{
    FakeDirectory directory;
    ConnectionsViewModel model(directory);
    model.setDraftUrl(u"https://api.example"_s);
    model.testDraft();
    directory.answer(std::unexpected(offline()));
    CHECK(model.draft()->status() == Status::Failed);
    CHECK(model.draft()->error().kind == errorkind::Value::Offline);
    CHECK_FALSE(model.canSave());
    CHECK(model.canTest());
}

TEST_CASE("an answer for an address that was edited meanwhile is not used", "[connections]")
{
    FakeDirectory directory;
    ConnectionsViewModel model(directory);
    model.setDraftUrl(u"https://api.example"_s);
    model.testDraft();
    model.setDraftUrl(u"https://api.example.evil"_s);
    directory.answer(ConnectionDirectory::ProbeResult{});
    CHECK_FALSE(model.canSave());
    CHECK(model.draft()->status() == Status::Idle);
}

TEST_CASE("what is no address of a platform is refused before it is asked", "[connections]")
{
    FakeDirectory directory;
    ConnectionsViewModel model(directory);
    for (const auto &text : {u"http://api.example"_s, u"nonsense"_s, u"ftp://x"_s}) {
        model.setDraftUrl(text);
        CHECK_FALSE(model.draftProblem().isEmpty());
        CHECK_FALSE(model.canTest());
        model.testDraft();
        CHECK_FALSE(directory.answer);
    }
    model.setDraftUrl({});
    CHECK(model.draftProblem().isEmpty());
}

TEST_CASE("the list follows the directory and each check shows its outcome", "[connections]")
{
    FakeDirectory directory;
    ConnectionsViewModel model(directory);
    QAbstractItemModelTester tester(model.connections(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    directory.add(u"Example"_s, QUrl(u"https://api.example"_s));
    REQUIRE(model.connections()->rowCount() == 2);
    model.check(u"new"_s);
    CHECK(model.connections()->at(1)->state == ConnectionRow::State::Testing);
    directory.answer(std::unexpected(offline()));
    CHECK(model.connections()->at(1)->state == ConnectionRow::State::Failed);
    model.use(u"new"_s);
    CHECK(model.connections()->at(1)->current);
    model.remove(u"new"_s);
    CHECK(model.connections()->rowCount() == 1);
    model.check(u"gone"_s);
}

TEST_CASE("the sandbox's states are states of the page", "[connections]")
{
    using State = ConnectionDirectory::SandboxState;
    FakeDirectory directory;
    ConnectionsViewModel model(directory);
    model.startSandbox();
    CHECK(model.status() == Status::Loading);
    directory.sandboxFailure = offline();
    directory.setSandbox(State::Failed);
    CHECK(model.status() == Status::Failed);
    CHECK(model.error().isPresent());
    directory.setSandbox(State::Running);
    CHECK(model.status() == Status::Ready);
    CHECK_FALSE(model.error().isPresent());
    model.stopSandbox();
    CHECK(model.status() == Status::Idle);
    directory.setSandbox(State::Missing);
    CHECK(model.sandbox() == ConnectionsViewModel::Sandbox::Missing);
    CHECK_FALSE(model.sandboxText().isEmpty());
}

TEST_CASE("a view model that goes in the middle of a test takes its context along", "[connections]")
{
    FakeDirectory directory;
    auto model = std::make_unique<ConnectionsViewModel>(directory);
    model->setDraftUrl(u"https://api.example"_s);
    model->testDraft();
    model.reset();
    CHECK(directory.asker.isNull()); // so the directory does not answer any more
    directory.setSandbox(ConnectionDirectory::SandboxState::Running);
}
