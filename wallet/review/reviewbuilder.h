// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/review/review.h"

namespace majlis::wallet::detail
{

/// Collects rows and notices. Inside the review folder only.
class ReviewBuilder
{
public:
    ReviewBuilder(ReviewAction action, const ReviewContext &context);

    [[nodiscard]] const ReviewContext &context() const { return m_context; }
    void setAction(ReviewAction action) { m_review.action = action; }
    /// With its row.
    void setPlatform(Platform platform);
    void setRaw(QString raw) { m_review.raw = std::move(raw); }

    void row(ReviewField field, QString value);
    void row(ReviewField field, const Address &address);
    /// Named, such as a contract's: "ABLiquidityManager 0x71C9…".
    void row(ReviewField field, const QString &name, const Address &address);
    void argument(QString name, QString value);
    void argument(QString name, const Address &address);

    void refuse(ReviewFinding finding, QString detail = {});
    void notice(ReviewFinding finding, Severity severity, QString detail = {});

    [[nodiscard]] Review take();

private:
    const ReviewContext &m_context;
    Review m_review;
};

/// `2026-11-20 15:04:05 UTC`.
[[nodiscard]] QString shownTime(std::chrono::milliseconds sinceEpoch);

// One for each group of kinds.
[[nodiscard]] Review reviewOf(const SignInIntent &intent, const ReviewContext &context);
[[nodiscard]] Review reviewOf(const ReferralRegistrationIntent &intent, const ReviewContext &context);
[[nodiscard]] Review reviewOf(const EvmSignInIntent &intent, const ReviewContext &context);
[[nodiscard]] Review reviewOf(const SolanaSignInIntent &intent, const ReviewContext &context);
[[nodiscard]] Review reviewOf(const TextMessageIntent &intent, const ReviewContext &context);
[[nodiscard]] Review reviewOf(const EvmTransferIntent &intent, const ReviewContext &context);
[[nodiscard]] Review reviewOf(const EvmContractCallIntent &intent, const ReviewContext &context);
[[nodiscard]] Review reviewOf(const EvmRevokeIntent &intent, const ReviewContext &context);
[[nodiscard]] Review reviewOf(const EvmTypedDataIntent &intent, const ReviewContext &context);
[[nodiscard]] Review reviewOf(const SolanaTransferIntent &intent, const ReviewContext &context);
[[nodiscard]] Review reviewOf(const SolanaProgramCallIntent &intent, const ReviewContext &context);
[[nodiscard]] Review reviewOf(const ServerBuiltTransactionIntent &intent, const ReviewContext &context);

} // namespace majlis::wallet::detail
