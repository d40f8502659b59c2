// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/tour/tourwallet.h"

namespace majlis::client
{

using namespace Qt::StringLiterals;
using namespace majlis::viewmodels;
using PageIs = page::Id;

void WalletTour::pages()
{
    auto *accounts = m_root.accounts();
    open(u"wallet-accounts"_s, PageIs::Accounts, [accounts] { return accounts->accounts()->rowCount() > 1; });
    keys();
    step(
        u"wallet-receive"_s,
        [this] {
            m_root.shell()->open(PageIs::Receive);
            m_root.receive()->setAmount(u"0.25"_s);
        },
        [this] { return !m_root.receive()->link().isEmpty(); });
    step(
        u"wallet-receive-wrong-amount"_s, [this] { m_root.receive()->setAmount(u"0,25"_s); },
        [this] { return m_root.receive()->link().isEmpty(); });
    sending();
    signing();
    addressBook();
    backup();
    security();
    step({}, [this] { m_root.shell()->goTo(PageIs::Home); }, [] { return true; });
}

void WalletTour::keys()
{
    auto *accounts = m_root.accounts();
    auto *import = accounts->keyImport();
    auto *exporting = accounts->keyExport();
    step(
        u"wallet-import-refused"_s,
        [import] {
            import->setOpen(true);
            import->setName(u"Old wallet"_s);
            import->key()->append(u"no key at all");
            import->import();
        },
        [import] { return import->status() == AsyncState::Status::Failed; });
    step(
        {},
        [import] {
            import->setKind(KeyImportViewModel::Kind::Watch);
            import->setAddress(u"0x70997970C51812dc3A010C7d01b50e0d17dc79C8"_s);
            import->import();
        },
        [import] { return !import->isOpen(); });
    step(u"wallet-accounts-watched"_s, [] {}, [accounts] { return accounts->accounts()->rowCount() > 2; });
    step(
        u"wallet-export-wrong-passphrase"_s,
        [this, exporting] {
            exporting->begin(static_cast<int>(m_services.wallet.accounts().front().id));
            exporting->setAsFile(false);
            exporting->passphrase()->append(u"not it");
            exporting->exportKey();
        },
        [exporting] { return exporting->status() == AsyncState::Status::Failed; });
    step(
        u"wallet-exported"_s,
        [exporting] {
            exporting->passphrase()->append(tourPassphrase);
            exporting->exportKey();
        },
        [exporting] { return exporting->isCopied(); });
    const QString keyFile = m_services.dataDir + u"/exported-key.json"_s;
    const auto write = [this, exporting, keyFile] {
        exporting->begin(static_cast<int>(m_services.wallet.accounts().front().id));
        exporting->setAsFile(true);
        exporting->setPath(keyFile);
        exporting->passphrase()->append(tourPassphrase);
        exporting->filePassphrase()->append(u"a passphrase for the file");
        exporting->fileAgain()->append(u"a passphrase for the file");
    };
    step(u"wallet-export-file"_s, write, [exporting] { return exporting->canExport(); });
    step(
        u"wallet-export-written"_s, [exporting] { exporting->exportKey(); },
        [exporting] { return exporting->isWritten(); }, std::chrono::seconds(60));
    step(
        u"wallet-export-occupied"_s,
        [exporting, write] {
            write();
            exporting->exportKey();
        },
        [exporting] { return exporting->isOccupied(); }, std::chrono::seconds(60));
    step({}, [exporting] { exporting->close(); }, [] { return true; });
    step(
        u"wallet-import-file"_s,
        [import, keyFile] {
            import->setOpen(true);
            import->setKind(KeyImportViewModel::Kind::EvmKeystore);
            import->setName(u"Out of a file"_s);
            import->readFile(QUrl::fromLocalFile(keyFile));
        },
        [import] { return !import->fileName().isEmpty(); });
    step({}, [import] { import->setOpen(false); }, [] { return true; });
}

void WalletTour::sending()
{
    auto *send = m_root.send();
    open(u"wallet-send-no-node"_s, PageIs::Send, [send] { return !send->hasNode(); });
    step(
        u"wallet-send-unsafe-node"_s, [send] { send->setNode(u"http://example.org"_s); },
        [send] { return !send->nodeError().isEmpty(); });
    step(
        u"wallet-send-node-unreachable"_s,
        [send] {
            send->setNode(u"http://127.0.0.1:1"_s);
            send->useNode();
            send->refresh();
            send->noteCopied(u"0x70997970C51812dc3A010C7d01b50e0d17dc79C8"_s);
            send->setRecipient(u"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"_s);
        },
        [send] { return send->status() == AsyncState::Status::Failed; }, std::chrono::seconds(60));
    writing();
    payments();
}

void WalletTour::writing()
{
    auto *send = m_root.send();
    auto *review = m_root.review();
    const auto isReady = [send] { return !send->isLoading() && !send->fees().isEmpty(); };
    step(
        u"wallet-send-coin"_s,
        [send, node = m_node] {
            send->setNode(node->url().toString());
            send->useNode();
            send->noteCopied({});
            send->setRecipient({});
            send->setRecipient(u"0x70997970C51812dc3A010C7d01b50e0d17dc79C8"_s);
            send->setAmount(u"0.25"_s);
            send->refresh();
        },
        isReady);
    step(
        u"wallet-send-token"_s,
        [send] {
            send->setAssetIndex(1);
            send->setAmount(u"12.5"_s);
            send->setCompared(true);
        },
        [send, isReady] { return isReady() && send->assetIndex() == 1; });
    step(
        u"wallet-send-too-much"_s, [send] { send->setAmount(u"120.500001"_s); },
        [send] { return !send->amountError().isEmpty(); });
    step(
        u"wallet-send-token-unknown-balance"_s, [send] { send->setAssetIndex(2); },
        [send, isReady] { return isReady() && send->assetIndex() == 2; });
    step(
        u"wallet-send-no-fee"_s,
        [send, node = m_node] {
            node->setMood(TourNode::Mood::Poor);
            send->setAssetIndex(1);
        },
        [send, isReady] { return isReady() && !send->feeError().isEmpty(); });
    step(
        {},
        [send, node = m_node] {
            node->setMood(TourNode::Mood::Waiting);
            send->setAmount(u"12.5"_s);
            send->refresh();
        },
        [send, isReady] { return isReady() && send->canReview(); });
    step(u"wallet-send-review"_s, [send] { send->review(); }, [review] { return review->isOpen(); });
}

void WalletTour::payments()
{
    using Step = SendViewModel::Step;
    auto *send = m_root.send();
    auto *review = m_root.review();
    const auto sign = [review] {
        review->setConsent(true);
        review->sign();
    };
    step(u"wallet-send-waiting"_s, sign, [send] { return send->step() == Step::Waiting; });
    step(
        u"wallet-send-landed"_s,
        [send, node = m_node] {
            node->setMood(TourNode::Mood::Mined);
            send->lookAgain();
        },
        [send] { return send->step() == Step::Landed; });
    step(
        {},
        [send, node = m_node] {
            node->setMood(TourNode::Mood::Refusing);
            send->another();
            send->setRecipient(u"0x70997970C51812dc3A010C7d01b50e0d17dc79C8"_s);
            send->setAmount(u"0.25"_s);
        },
        [send] { return send->canReview(); });
    step({}, [send] { send->review(); }, [review] { return review->isOpen(); });
    step(u"wallet-send-uncertain"_s, sign, [send] { return send->step() == Step::Unknown; });
    step(u"wallet-send-payments"_s, [send] { send->another(); }, [send] { return send->before() == 1; });
    step(
        u"wallet-send-given-up"_s,
        [send] { send->payments()->giveUp(send->payments()->payments()->rows().front().id); },
        [send] { return send->before() == 0; });
}

void WalletTour::signing()
{
    auto *message = m_root.message();
    auto *review = m_root.review();
    step(
        u"wallet-sign-review"_s,
        [this, message] {
            m_root.shell()->open(PageIs::SignMessage);
            message->setText(u"I am the owner of this address.\n20 November 2026"_s);
            message->sign();
        },
        [review] { return review->isOpen(); });
    step(
        {}, [review] { review->canSign() ? review->sign() : review->dismiss(); },
        [review] { return !review->isOpen(); });
    step(
        u"wallet-verified"_s,
        [message] {
            // The example of web3.js' documentation.
            message->setCheckText(u"Some data"_s);
            message->setCheckAddress(u"0x2c7536E3605D9C16a7a3D7b1898e529396a65c23"_s);
            message->setCheckSignature(u"0xb91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd6007e74cd82e"
                                       u"037b800186422fc2da167c747"
                                       u"ef045e5d18a5f5d4300f8e1a0291c"_s);
            message->check();
        },
        [message] { return message->verdict() == MessageViewModel::Verdict::Good; });
    step(
        u"wallet-verify-wrong"_s,
        [message] {
            message->setCheckText(u"Some data "_s);
            message->check();
        },
        [message] { return message->verdict() == MessageViewModel::Verdict::Bad; });
    step(
        u"wallet-sign-refused"_s,
        [message] {
            const auto text = wallet::messageOf(wallet::SignInIntent{.platform = wallet::Platform::Habibi,
                .messageTemplate = wallet::SignInTemplate::HabibiNonce,
                .nonce = u"abcdefghijklmnop1234"_s,
                .timestamp = {}});
            message->setText(text.value_or(QString()));
            message->sign();
        },
        [review] { return review->isOpen() && review->isRefused(); });
    step(
        u"wallet-contract-refused"_s, [this] { askUnknownContract(); },
        [review] { return review->isOpen() && review->isRefused(); });
    step(u"wallet-contract-expert"_s, [review] { review->useExpertMode(); }, [review] { return review->isOpen(); });
    step({}, [review] { review->dismiss(); }, [review] { return !review->isOpen(); });
}

void WalletTour::askUnknownContract()
{
    const auto somebody = wallet::Address::parse(u"0x70997970C51812dc3A010C7d01b50e0d17dc79C8"_s);
    if (!somebody || m_services.wallet.accounts().isEmpty()) {
        return;
    }
    wallet::EvmContractCallIntent call{.platform = wallet::Platform::AbLand,
        .transaction = {.chainId = wallet::chainBase,
            .nonce = 1,
            .gasLimit = 100000,
            .fee = wallet::DynamicFee{.maxFeePerGas = 1000000000, .maxPriorityFeePerGas = 1000000},
            .validUntil = {}},
        .contract = *somebody,
        .method = u"give(address)"_s,
        .arguments = {{*somebody}},
        .value = {},
        .tokens = {},
        .expertMode = false};
    m_root.review()->ask(m_services.wallet.accounts().front(), call, &m_root, [](const wallet::SignedIntent &) { });
}

void WalletTour::addressBook()
{
    auto *book = m_root.addressBook();
    open(u"wallet-address-book-empty"_s, PageIs::AddressBook, [book] { return book->isAvailable(); });
    step(
        {},
        [book] {
            book->setDraftAddress(u"0x70997970C51812dc3A010C7d01b50e0d17dc79C8"_s);
            book->setDraftName(u"Layla"_s);
            book->setDraftNote(u"Sister"_s);
            book->save();
        },
        [book] { return book->contacts()->rowCount() == 1; });
    step(
        u"wallet-address-book"_s, [book] { book->setDraftAddress(u"0x7099797"_s); },
        [book] { return !book->draftAddressError().isEmpty(); });
    step({}, [book] { book->clearDraft(); }, [] { return true; });
}

void WalletTour::security()
{
    auto *security = m_root.security();
    auto *approvals = security->approvals();
    open(u"wallet-security"_s, PageIs::Security, [security] { return security->sessions()->hasSessions(); });
    step(
        u"wallet-approvals-unsafe-node"_s,
        [approvals] {
            approvals->editNode(0);
            approvals->setNode(u"http://example.org"_s);
        },
        [approvals] { return !approvals->nodeError().isEmpty(); });
    step(
        u"wallet-approvals-node-unreachable"_s,
        [approvals] {
            approvals->setNode(u"http://127.0.0.1:1"_s);
            approvals->useNode();
        },
        [approvals] { return !approvals->isLoading(); }, std::chrono::seconds(60));
    step(
        u"wallet-approvals"_s,
        [approvals] {
            // There is no chain on this computer: rows by hand.
            const QString token = u"0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913"_s;
            const QString somebody = u"0x70997970C51812dc3A010C7d01b50e0d17dc79C8"_s;
            const QString staking = u"0x9fE46736679d2D9a65F0992F2272dE9f3c7fa6e0"_s;
            approvals->approvals()->setRows({{u"a"_s, u"Base"_s, u"USDC"_s, u"Unlimited"_s, token, somebody, {},
                                                 u"Given 3 Nov 2025"_s, true, false},
                {u"b"_s, u"BNB Smart Chain"_s, u"DSLT"_s, u"1500 DSLT"_s, somebody, staking, u"DSLT Staking"_s,
                    u"Given 4 h ago"_s, false, false},
                {u"c"_s, u"Base"_s, u"Item 7 of a collection"_s, {}, token, somebody, {}, u"Age unknown"_s, false,
                    false}});
        },
        [approvals] { return approvals->approvals()->rowCount() == 3; });
}

void WalletTour::backup()
{
    auto *backup = m_root.backup();
    open(u"wallet-backup"_s, PageIs::Backup, [] { return true; });
    step(
        u"wallet-backup-wrong-passphrase"_s,
        [backup] {
            backup->askPassphrase();
            backup->passphrase()->append(u"not it");
            backup->show();
        },
        [backup] { return backup->status() == AsyncState::Status::Failed; });
    step(
        u"wallet-backup-covered"_s,
        [backup] {
            backup->passphrase()->append(tourPassphrase);
            backup->show();
        },
        [backup] { return backup->step() == BackupViewModel::Step::Words; });
    step(
        u"wallet-drill"_s,
        [backup] {
            backup->startDrill();
            int row = 0;
            for (const QStringView word : {u"legal", u"winner", u"thank", u"yeaar", u"wav"}) {
                backup->words()->bufferAt(row++)->append(word);
            }
        },
        [backup] { return backup->step() == BackupViewModel::Step::Drill; });
    step(
        u"wallet-drill-different"_s,
        [backup] {
            backup->startDrill();
            for (int row = 0; row < backup->words()->count(); ++row) {
                backup->words()->bufferAt(row)->append(row < 11 ? u"abandon" : u"about");
            }
            backup->check();
        },
        [backup] { return backup->step() == BackupViewModel::Step::Different; });
    step({}, [backup] { backup->close(); }, [] { return true; });
}

} // namespace majlis::client
