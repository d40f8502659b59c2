// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/address.h"
#include "wallet/intent/chains.h"
#include "wallet/intent/evmintents.h"
#include "wallet/platform.h"

#include <QString>
#include <QStringView>

#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace majlis::wallet
{

// The platforms' contracts and programs, as contract/ has them: the list that ships with the program, which neither a
// server nor a setting extends.

/// What a parameter of a known method means to the person who signs.
enum class ParameterRole : std::uint8_t {
    Plain,
    Spent, ///< leaves the account: base units of `token`
    SpentAtMost,
    ReceivedAtLeast,
    Allowance, ///< what `Spender` may take
    Spender,
    Recipient,
    Self, ///< must be the signing account
    Time, ///< seconds since 1970
};

struct KnownParameter {
    std::size_t index = 0;
    ParameterRole role = ParameterRole::Plain;
    int token = -1; ///< which parameter is the amount's token; -1: the intent's only token, or the native coin
};

struct KnownMethod {
    std::string_view signature; ///< with the parameters' names
    std::vector<KnownParameter> parameters; ///< those that are more than plain
    bool cannotBeUndone = false;
};

struct KnownContract {
    Platform platform = Platform::AbLand;
    QString name;
    std::vector<KnownMethod> methods;
    /// Stands for contracts whose addresses come and go (a token to approve, a user's own collection): any address.
    bool isAnyAddress = false;
};

/// The contract at that address of that chain; null when it is not on the list.
[[nodiscard]] const KnownContract *knownContract(Platform platform, ChainId chain, const Address &address);
/// The method by its canonical signature: of the contract at that address, else of the contracts that stand for any
/// address, else (on the local development chain, where nothing has value) of any contract of the platform.
struct FoundMethod {
    const KnownContract *contract = nullptr;
    const KnownMethod *method = nullptr;
    bool addressIsKnown = false;
};
[[nodiscard]] FoundMethod knownMethod(
    Platform platform, ChainId chain, const Address &address, std::string_view canonicalMethod);

/// Null when the wallet does not know the token.
[[nodiscard]] const EvmToken *knownToken(ChainId chain, const Address &contract);
/// All of a chain.
[[nodiscard]] std::vector<EvmToken> knownTokens(ChainId chain);
[[nodiscard]] std::vector<Address> knownContractAddresses(ChainId chain);

struct KnownProgramCall {
    Platform platform = Platform::Zmart;
    QString name; ///< of the program
    QString instruction;
    std::vector<std::size_t> sizes; ///< bytes of each argument
    std::vector<QString> arguments; ///< their names
};
/// By the program's address. On devnet and mainnet alike.
[[nodiscard]] const KnownProgramCall *knownProgramCall(
    Platform platform, const Address &program, const QString &instruction);

} // namespace majlis::wallet
