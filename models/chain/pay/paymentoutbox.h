// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chain/pay/paymentgateway.h"
#include "models/domain/time.h"
#include "models/net/canceltoken.h"
#include "models/store/paymentstore.h"

#include <QCoroTask>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace majlis::chain
{

/// Payments that were signed, until their end is known. Each is on the disk before its first byte leaves; after a
/// crash, a lock or a lost connection it is taken up again: the chain is asked, and when it does not know the payment,
/// the same bytes are sent again, which happens once by their nonce or block hash. Nothing here can sign. It needs no
/// unlocked wallet. GUI thread.
class PaymentOutbox : public QObject
{
    Q_OBJECT

public:
    using GatewayFactory = std::function<std::unique_ptr<PaymentGateway>(AddressFamily, const QUrl &)>;
    using Payment = store::StoredPayment;

    struct Entry {
        Payment payment;
        std::optional<Error> problem; ///< of the last look or sending; says nothing about the payment's end
        bool isBusy = false; ///< a node is being asked
    };

    /// All outlive this object. `makeGateway` may be empty: then nothing is asked or sent.
    PaymentOutbox(store::Database &database, const Clock &clock, GatewayFactory makeGateway, QObject *parent = nullptr);
    ~PaymentOutbox() override;

    /// Reads what earlier runs left, and takes it up. Once.
    void start();
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    /// Newest first.
    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }
    [[nodiscard]] const Entry *find(const QString &id) const;

    /// The node in use now, tried before the one that a payment was written with. Empty: none.
    void setNode(AddressFamily family, const QUrl &node);
    [[nodiscard]] std::unique_ptr<PaymentGateway> gateway(AddressFamily family, const QUrl &node) const;

    /// Resumes once `payment` is on the disk; from then on it is sent, whatever becomes of the caller. A second call
    /// with the same payment changes nothing. An error: it was not kept, and will not be sent.
    [[nodiscard]] QCoro::Task<Result<void>> put(Payment payment);
    /// Asks now rather than when its time comes.
    void look(const QString &id);
    /// Queued ones: it is sent no more, and its nonce is free again. It is still looked for, as a node may have kept
    /// it.
    void giveUp(const QString &id);

    /// EVM: the first nonce that no payment under way from `account` has; 0 when there is none.
    [[nodiscard]] std::uint64_t firstFreeNonce(const Address &account, const QString &chain) const;
    /// How many from `account` are queued or sent.
    [[nodiscard]] int underWay(const Address &account, const QString &chain) const;

    /// Between two looks at one payment; grows to fifty times as much while nobody answers.
    void setInterval(std::chrono::milliseconds interval);

Q_SIGNALS:
    void changed(const QString &id); ///< that entry, or (empty) the list
    void loadFailed(const majlis::Error &error);

private:
    struct Turn {
        std::chrono::milliseconds due{}; ///< monotonic
        std::chrono::milliseconds wait{}; ///< until the next one
        int denials = 0; ///< looks in a row that said that it can never land
    };
    /// What one turn found out.
    struct Finding {
        PaymentSight sight;
        bool wasTaken = false; ///< it was sent again, and the node took it
        std::optional<Error> refusal; ///< it was sent again, and the node did not
    };
    using Gateways = std::vector<std::shared_ptr<PaymentGateway>>;

    [[nodiscard]] static QCoro::Task<Result<Finding>> ask(
        Gateways gateways, SignedPayment payment, bool mayBeSent, net::CancelToken cancel);
    [[nodiscard]] static QCoro::Task<Result<Finding>> askOne(
        std::shared_ptr<PaymentGateway> gateway, SignedPayment payment, bool mayBeSent, net::CancelToken cancel);
    [[nodiscard]] Entry *entry(const QString &id);
    [[nodiscard]] Gateways gatewaysFor(const Payment &payment);
    void takeIn(std::vector<Payment> payments);
    void round();
    void turn(Entry &entry);
    void note(const QString &id, const Result<Finding> &finding);
    void apply(Entry &entry, const Finding &finding);
    void plan(const Entry &entry, bool soon);

    store::PaymentStore m_store;
    const Clock &m_clock;
    GatewayFactory m_makeGateway;
    std::vector<Entry> m_entries;
    std::map<QString, Turn> m_turns; ///< by id
    std::map<std::pair<AddressFamily, QString>, std::shared_ptr<PaymentGateway>> m_gateways;
    std::map<AddressFamily, QUrl> m_nodes;
    QTimer m_timer;
    std::chrono::milliseconds m_interval{4000};
    bool m_isLoaded = false;
};

} // namespace majlis::chain
