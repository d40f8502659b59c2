// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Majlis
import Majlis.ViewModels

// Shows one page at a time, made when it is first needed and gone when it is left.
FocusScope {
    id: root

    required property RootViewModel viewModel
    readonly property int page: root.viewModel.shell.page
    readonly property Item currentPage: loader.item as Item

    function sourceOf(page: int): url {
        switch (page) {
        case PageId.Onboarding: return "../pages/onboarding/OnboardingPage.qml";
        case PageId.Unlock: return "../pages/unlock/UnlockPage.qml";
        case PageId.SignIn: return "../pages/signin/SignInPage.qml";
        case PageId.Home: return "../pages/home/HomePage.qml";
        case PageId.Accounts: return "../pages/wallet/AccountsPage.qml";
        case PageId.Receive: return "../pages/wallet/ReceivePage.qml";
        case PageId.Send: return "../pages/wallet/SendPage.qml";
        case PageId.SignMessage: return "../pages/wallet/SignMessagePage.qml";
        case PageId.AddressBook: return "../pages/wallet/AddressBookPage.qml";
        case PageId.Backup: return "../pages/wallet/BackupPage.qml";
        case PageId.Security: return "../pages/wallet/SecurityPage.qml";
        case PageId.Network: return "../pages/network/NetworkPage.qml";
        case PageId.Leaderboard: return "../pages/leaderboard/LeaderboardPage.qml";
        case PageId.Profile: return "../pages/profile/ProfilePage.qml";
        case PageId.Connections: return "../pages/connections/ConnectionsPage.qml";
        case PageId.Settings: return "../pages/settings/SettingsPage.qml";
        default: return "../pages/diagnostics/DiagnosticsPage.qml";
        }
    }

    function viewModelOf(page: int): QtObject {
        switch (page) {
        case PageId.Onboarding: return root.viewModel.onboarding;
        case PageId.Unlock: return root.viewModel.unlock;
        case PageId.SignIn: return root.viewModel.signIn;
        case PageId.Home: return root.viewModel.home;
        case PageId.Accounts: return root.viewModel.accounts;
        case PageId.Receive: return root.viewModel.receive;
        case PageId.Send: return root.viewModel.send;
        case PageId.SignMessage: return root.viewModel.message;
        case PageId.AddressBook: return root.viewModel.addressBook;
        case PageId.Backup: return root.viewModel.backup;
        case PageId.Security: return root.viewModel.security;
        case PageId.Network: return root.viewModel.network;
        case PageId.Leaderboard: return root.viewModel.leaderboard;
        case PageId.Profile: return root.viewModel.profile;
        case PageId.Connections: return root.viewModel.connections;
        case PageId.Settings: return root.viewModel.settings;
        default: return root.viewModel.diagnostics;
        }
    }

    function show(): void {
        if (root.page === PageId.None) {
            loader.source = "";
            return;
        }
        loader.setSource(root.sourceOf(root.page), {
            viewModel: root.viewModelOf(root.page),
            shell: root.viewModel.shell,
            focus: true
        });
    }

    // Later in this turn: at the start the wallet may go from unknown through locked to open in one.
    onPageChanged: settled.restart()
    Component.onCompleted: root.show()

    Timer {
        id: settled
        interval: 0
        onTriggered: root.show()
    }

    Loader {
        id: loader
        anchors.fill: parent
        focus: true
        onLoaded: entrance.restart()
    }

    ParallelAnimation {
        id: entrance

        NumberAnimation {
            target: loader
            property: "opacity"
            from: Theme.reduceMotion ? 1 : 0
            to: 1
            duration: Theme.durationPage
            easing.type: Easing.OutCubic
        }
    }
}
