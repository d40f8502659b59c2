// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Majlis
import Majlis.ViewModels

// Every page, through the real shell, in every state, theme and size: it shows, and nothing warns.
Item {
    id: window

    width: 1280
    height: 800

    readonly property RootViewModel root: setup.world.root
    readonly property list<int> pages: [PageId.Onboarding, PageId.Unlock, PageId.SignIn, PageId.Home, PageId.Accounts, PageId.Receive,
        PageId.Send, PageId.SignMessage, PageId.AddressBook, PageId.Backup, PageId.Security, PageId.Network,
        PageId.Leaderboard, PageId.Profile, PageId.Connections, PageId.Settings, PageId.Diagnostics]

    Component {
        id: shell
        Shell { viewModel: window.root }
    }

    TestCase {
        name: "pages"
        when: windowShown

        property Item frame: null

        function init() {
            failOnWarning(/.?/);
            setup.world.fill();
        }

        function cleanup() {
            Theme.mode = Theme.Dark;
            Theme.textScale = 1;
            window.width = 1280;
            window.height = 800;
        }

        function show(page) {
            setup.world.open(page);
            frame = createTemporaryObject(shell, window, { width: window.width, height: window.height });
            verify(frame);
            const host = findChild(frame, "pages");
            tryVerify(() => host.currentPage !== null);
            waitForRendering(frame);
            return host.currentPage;
        }

        function forEachPart(change) {
            for (const part of setup.world.parts())
                change(part);
        }

        function test_every_page_in_every_state_data() {
            const rows = [];
            for (const page of window.pages)
                for (const state of ["ready", "loading", "stale", "failed", "offline", "notAllowed", "idle"])
                    rows.push({ tag: page + "/" + state, page: page, state: state });
            return rows;
        }

        function test_every_page_in_every_state(row) {
            const changes = {
                ready: part => setup.world.setReady(part),
                loading: part => setup.world.setLoading(part),
                stale: part => setup.world.setReady(part, true),
                failed: part => setup.world.setFailed(part, 2, false),
                offline: part => setup.world.setFailed(part, 0, true),
                notAllowed: part => setup.world.setFailed(part, 1, false),
                idle: part => setup.world.setIdle(part)
            };
            forEachPart(changes[row.state]);
            verify(show(row.page));
        }

        function test_every_page_in_every_look_data() {
            const rows = [];
            for (const page of window.pages)
                for (const mode of [Theme.Light, Theme.HighContrast])
                    for (const size of [[960, 600], [1920, 1080]])
                        rows.push({ tag: page + "/" + mode + "/" + size, page: page, mode: mode, size: size });
            return rows;
        }

        function test_every_page_in_every_look(row) {
            Theme.mode = row.mode;
            window.width = row.size[0];
            window.height = row.size[1];
            verify(show(row.page));
        }

        function test_every_page_at_twice_the_text_data() { return window.pages.map(page => ({ tag: "" + page, page: page })); }

        function test_every_page_at_twice_the_text(row) {
            Theme.textScale = 2;
            verify(show(row.page));
        }

        function test_a_failed_part_says_what_to_do() {
            forEachPart(part => setup.world.setFailed(part, 2, false));
            show(PageId.Leaderboard);
            const error = findChild(frame, "leaderboard.pane.error");
            verify(error.visible);
            compare(error.title, "The platform did not answer");
            verify(findChild(frame, "leaderboard.pane.error.retry").visible);
        }

        function test_last_known_data_stays_under_a_banner() {
            forEachPart(part => setup.world.setFailed(part, 0, true));
            show(PageId.Leaderboard);
            verify(findChild(frame, "leaderboard.pane.banner").visible);
            verify(findChild(frame, "leaderboard.table").visible);
        }

        function test_home_says_once_that_it_is_offline() {
            forEachPart(part => setup.world.setFailed(part, 0, true));
            const page = show(PageId.Home);
            const notice = findChild(frame, "home.notice");
            verify(notice.visible);
            compare(notice.title, "You are offline");
            let banners = 0;
            const count = item => {
                if (item.closable !== undefined && item.actionText !== undefined && item.visible)
                    ++banners;
                for (let i = 0; i < item.children.length; ++i)
                    count(item.children[i]);
            };
            count(page);
            compare(banners, 1);
            verify(findChild(frame, "home.total").visible);
        }

        function test_a_referral_code_is_checked_as_it_is_typed() {
            show(PageId.Profile);
            const registration = window.root.profile.registration;
            registration.open = true;
            registration.code = "not a code at all, this";
            verify(registration.codeError.length > 0);
            verify(!registration.canLookUp);
            registration.open = false;
            compare(registration.code, "");
        }

        function test_the_wallet_has_one_place_in_the_rail_and_a_tab_for_each_page() {
            show(PageId.Receive);
            for (const page of [PageId.Accounts, PageId.Receive, PageId.SignMessage, PageId.AddressBook, PageId.Backup, PageId.Security]) {
                const tab = findChild(frame, "wallet.tab." + page);
                verify(tab);
                compare(tab.Accessible.selected, page === PageId.Receive);
                verify(tab.Accessible.name.length > 0);
            }
        }

        function test_rows_stand_under_each_other_data() {
            return [{ tag: "accounts", page: PageId.Accounts, row: "accounts.row." }, { tag: "contacts", page: PageId.AddressBook, row: "addressBook.row." }];
        }

        function test_rows_stand_under_each_other(data) {
            const page = show(data.page);
            let bottom = 0;
            for (let i = 0; i < 3; ++i) {
                const row = findChild(page, data.row + i);
                verify(row);
                tryVerify(() => row.width > 400 && row.height > 30);
                verify(row.y >= bottom, "row " + i + " at " + row.y);
                bottom = row.y + row.height;
            }
        }

        function test_a_bad_address_says_so() {
            const page = show(PageId.AddressBook);
            window.root.addressBook.draftAddress = "0x1234";
            verify(findChild(page, "addressBook.address").error.length > 0);
            verify(!findChild(page, "addressBook.save").enabled);
            window.root.addressBook.clearDraft();
        }

        function test_the_drill_asks_for_as_many_words_as_there_are() {
            const page = show(PageId.Backup);
            findChild(page, "backup.drill").clicked();
            verify(findChild(page, "backup.drillCard").visible);
            verify(findChild(page, "backup.word.12"));
            verify(!findChild(page, "backup.check").enabled);
            window.root.backup.wordCount = 24;
            tryVerify(() => findChild(page, "backup.word.24") !== null);
            window.root.backup.wordCount = 12;
            window.root.backup.close();
            verify(!findChild(page, "backup.drillCard").visible);
        }

        function test_what_one_may_not_see_is_not_there() {
            forEachPart(part => setup.world.setFailed(part, 1, true));
            show(PageId.Leaderboard);
            verify(!findChild(frame, "leaderboard.table").visible);
            compare(findChild(frame, "leaderboard.pane.error").title, "Only verified members see this");
        }

        function test_the_rail_is_hidden_before_one_is_inside() {
            show(PageId.Unlock);
            verify(!findChild(frame, "rail").visible);
        }

        function test_toasts_appear_and_can_be_closed() {
            show(PageId.Settings);
            setup.world.showToast();
            tryVerify(() => findChild(frame, "toast.1") !== null);
        }

        function test_settings_take_effect_at_once() {
            show(PageId.Settings);
            const motion = findChild(frame, "settings.reduceMotion");
            const before = window.root.settings.reduceMotion;
            motion.toggle();
            motion.toggled();
            compare(window.root.settings.reduceMotion, !before);
            compare(window.root.shell.reduceMotion, !before);
            window.root.settings.reduceMotion = before;
        }

        function test_onboarding_starts_and_covers_its_words() {
            show(PageId.Onboarding);
            window.root.onboarding.startCreate();
            tryVerify(() => findChild(frame, "onboarding.reveal") !== null);
            verify(!window.root.onboarding.phrase.revealed);
            findChild(frame, "onboarding.reveal").clicked();
            verify(window.root.onboarding.phrase.revealed);
            window.root.onboarding.back();
        }
    }
}
