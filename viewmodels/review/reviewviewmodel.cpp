// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/review/reviewviewmodel.h"

#include "viewmodels/format/failures.h"
#include "viewmodels/review/reviewtexts.h"
#include "wallet/walletservice.h"

#include <algorithm>

namespace majlis::viewmodels
{

namespace
{

using wallet::ReviewFinding;
using wallet::ReviewNotice;
using wallet::Severity;

bool yieldsToExperts(ReviewFinding finding)
{
    return finding == ReviewFinding::UnknownContract || finding == ReviewFinding::UnknownMethod
        || finding == ReviewFinding::UnlimitedApproval;
}

/// The switch of the intents that have one; null for the others.
bool *expertMode(wallet::Intent &intent)
{
    if (auto *call = std::get_if<wallet::EvmContractCallIntent>(&intent)) {
        return &call->expertMode;
    }
    auto *data = std::get_if<wallet::EvmTypedDataIntent>(&intent);
    return data != nullptr ? &data->expertMode : nullptr;
}

} // namespace

ReviewViewModel::ReviewViewModel(wallet::WalletService &wallet, const Clock &clock, QObject *parent)
    : AsyncState(parent)
    , m_wallet(wallet)
    , m_clock(clock)
{
    connect(this, &AsyncState::statusChanged, this, &ReviewViewModel::consentChanged);
    connect(&m_wallet, &wallet::WalletService::stateChanged, this, [this] {
        if (m_wallet.state() != wallet::WalletService::State::Unlocked) {
            dismiss();
        }
    });
}

ReviewViewModel::~ReviewViewModel() = default;

void ReviewViewModel::ask(wallet::Account account, wallet::Intent intent, QObject *requester, Signed done)
{
    ++m_asked;
    m_request.emplace(std::move(account), std::move(intent), requester, std::move(done));
    reset();
    show();
}

QString ReviewViewModel::title() const
{
    return m_request ? reviewTitle(m_review.action) : QString();
}

QString ReviewViewModel::verb() const
{
    return m_request ? reviewVerb(m_review.action) : QString();
}

QString ReviewViewModel::accountName() const
{
    return m_request ? m_request->account.name : QString();
}

bool ReviewViewModel::isExpertPossible() const
{
    if (!m_request || !isRefused()) {
        return false;
    }
    auto intent = m_request->intent;
    const bool *expert = expertMode(intent);
    return expert != nullptr && !*expert && std::ranges::all_of(m_review.notices, [](const ReviewNotice &notice) {
        return notice.severity != Severity::Refusal || yieldsToExperts(notice.finding);
    });
}

bool ReviewViewModel::isDangerous() const
{
    return std::ranges::any_of(
        m_review.notices, [](const ReviewNotice &notice) { return notice.severity == Severity::Danger; });
}

void ReviewViewModel::setConsent(bool consent)
{
    if (m_consent != consent) {
        m_consent = consent;
        Q_EMIT consentChanged();
    }
}

bool ReviewViewModel::canSign() const
{
    return m_request && !isLoading() && !isRefused() && (m_consent || !isDangerous());
}

void ReviewViewModel::useExpertMode()
{
    if (isExpertPossible() && !isLoading()) {
        *expertMode(m_request->intent) = true;
        show();
    }
}

void ReviewViewModel::sign()
{
    if (!canSign()) {
        return;
    }
    setLoading();
    m_wallet.sign(m_request->account.id, m_request->intent, this,
        [this, asked = m_asked](const wallet::Result<wallet::SignedIntent> &outcome) {
            if (asked != m_asked || !m_request) {
                return; // turned away from meanwhile
            }
            if (!outcome) {
                setFailed(format::describe(outcome.error()));
                return;
            }
            const Request request = std::move(*m_request);
            dismiss();
            if (request.requester) {
                request.done(*outcome);
            }
        });
}

void ReviewViewModel::dismiss()
{
    if (!m_request) {
        return;
    }
    ++m_asked;
    m_request.reset();
    m_review = {};
    m_lines.setRows({});
    m_warnings.setRows({});
    reset();
    setConsent(false);
    Q_EMIT reviewChanged();
    Q_EMIT consentChanged();
}

void ReviewViewModel::show()
{
    m_review = wallet::reviewOf(m_request->intent,
        {.account = m_request->account.address,
            .now = std::chrono::milliseconds(m_clock.now().value),
            .usedNonces = {}});
    m_lines.setRows(reviewLines(m_review));
    m_warnings.setRows(reviewWarnings(m_review));
    m_consent = false;
    Q_EMIT reviewChanged();
    Q_EMIT consentChanged();
}

} // namespace majlis::viewmodels
