// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/accounts/accountsmodel.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace majlis::viewmodels
{

class AccountBook;
class ReviewViewModel;

/// Signing a text of the user's own, and checking somebody else's signature. Signing goes through the review, like
/// everything that is signed; checking asks nobody.
class MessageViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RootViewModel")
    Q_PROPERTY(majlis::viewmodels::AccountsModel *accounts READ accounts CONSTANT FINAL)
    Q_PROPERTY(int accountId READ accountId NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed FINAL) ///< to be signed
    Q_PROPERTY(int textBytes READ textBytes NOTIFY changed FINAL) ///< in UTF-8
    Q_PROPERTY(QString textError READ textError NOTIFY changed FINAL)
    Q_PROPERTY(bool canSign READ canSign NOTIFY changed FINAL)
    Q_PROPERTY(QString signature READ signature NOTIFY changed FINAL) ///< of `signedText`; empty before
    Q_PROPERTY(QString signedText READ signedText NOTIFY changed FINAL)
    Q_PROPERTY(QString signer READ signer NOTIFY changed FINAL) ///< address in full

    Q_PROPERTY(QString checkText READ checkText WRITE setCheckText NOTIFY checkChanged FINAL)
    Q_PROPERTY(QString checkAddress READ checkAddress WRITE setCheckAddress NOTIFY checkChanged FINAL)
    Q_PROPERTY(QString checkTextError READ checkTextError NOTIFY checkChanged FINAL)
    Q_PROPERTY(QString checkAddressError READ checkAddressError NOTIFY checkChanged FINAL)
    Q_PROPERTY(QString checkSignature READ checkSignature WRITE setCheckSignature NOTIFY checkChanged FINAL)
    Q_PROPERTY(bool canCheck READ canCheck NOTIFY checkChanged FINAL)
    Q_PROPERTY(Verdict verdict READ verdict NOTIFY checkChanged FINAL)

public:
    enum class Verdict {
        None, ///< not checked, or something was changed since
        Good, ///< this address signed exactly this text
        Bad,
    };
    Q_ENUM(Verdict)

    /// Both outlive this object.
    MessageViewModel(AccountBook &book, ReviewViewModel &review, QObject *parent = nullptr);

    [[nodiscard]] AccountsModel *accounts();
    [[nodiscard]] int accountId() const { return m_account; }
    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    [[nodiscard]] int textBytes() const;
    [[nodiscard]] QString textError() const;
    [[nodiscard]] bool canSign() const;
    [[nodiscard]] QString signature() const { return m_signature; }
    [[nodiscard]] QString signedText() const { return m_signedText; }
    [[nodiscard]] QString signer() const { return m_signer; }
    [[nodiscard]] QString checkText() const { return m_checkText; }
    void setCheckText(const QString &text);
    [[nodiscard]] QString checkAddress() const { return m_checkAddress; }
    void setCheckAddress(const QString &address);
    [[nodiscard]] QString checkTextError() const;
    [[nodiscard]] QString checkAddressError() const;
    [[nodiscard]] QString checkSignature() const { return m_checkSignature; }
    void setCheckSignature(const QString &signature);
    [[nodiscard]] bool canCheck() const;
    [[nodiscard]] Verdict verdict() const { return m_verdict; }

    Q_INVOKABLE void chooseAccount(int id);
    Q_INVOKABLE void sign(); ///< opens the review
    Q_INVOKABLE void copySignature();
    Q_INVOKABLE void checkOwn(); ///< takes what was just signed over to be checked
    Q_INVOKABLE void check();

Q_SIGNALS:
    void changed();
    void checkChanged();
    void copyRequested(const QString &text);

private:
    void followAccounts();
    void edited(QString &field, const QString &value);

    AccountBook &m_book;
    ReviewViewModel &m_review;
    int m_account = -1;
    QString m_text;
    QString m_signature;
    QString m_signedText;
    QString m_signer;
    QString m_checkText;
    QString m_checkAddress;
    QString m_checkSignature;
    Verdict m_verdict = Verdict::None;
};

} // namespace majlis::viewmodels
