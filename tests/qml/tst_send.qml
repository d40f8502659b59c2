// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Majlis
import Majlis.ViewModels

// The list of payments, and the amount while nothing is known of the chain.
Item {
    id: window

    width: 700
    height: 700

    readonly property RootViewModel root: setup.world.root

    Component {
        id: card
        PaymentsCard { viewModel: window.root.send.payments; width: 600 }
    }

    Component {
        id: amount
        SendAmount { viewModel: window.root.send; width: 600 }
    }

    SignalSpy { id: copied; target: window.root; signalName: "copyRequested" }

    TestCase {
        name: "send"
        when: windowShown

        function init() {
            failOnWarning(/.?/);
            setup.world.fill();
            copied.clear();
        }

        function test_every_payment_says_how_far_it_came_and_to_whom() {
            const item = createTemporaryObject(card, window);
            const first = findChild(item, "send.payment.0");
            compare(first.Accessible.name, "12.5 MJG to Layla: Signed, not sent yet");
            compare(first.Accessible.description, "The node does not answer");
            verify(findChild(item, "send.payment.0.problem").visible);
            verify(!findChild(item, "send.payment.1.problem").visible);
            verify(findChild(item, "send.payment.3").Accessible.name.endsWith("another transaction took its place"));
        }

        function test_what_can_be_done_is_offered_and_nothing_else() {
            const item = createTemporaryObject(card, window);
            verify(findChild(item, "send.payment.0.giveUp").visible);
            verify(!findChild(item, "send.payment.1.giveUp").visible);
            verify(findChild(item, "send.payment.1.look").visible);
            verify(!findChild(item, "send.payment.2.look").visible);
            verify(findChild(item, "send.payment.2.copy").visible);
        }

        function test_the_name_of_a_transaction_is_copied_by_keyboard() {
            const item = createTemporaryObject(card, window);
            const copy = findChild(item, "send.payment.1.copy");
            copy.forceActiveFocus();
            tryVerify(() => copy.activeFocus);
            compare(copy.Accessible.name, "Copy the transaction's name");
            keyClick(Qt.Key_Return);
            compare(copied.count, 1);
            compare(copied.signalArguments[0][0], "0x" + "a".repeat(63) + "1");
        }

        function test_without_an_answer_of_the_node_nothing_is_made_up() {
            const item = createTemporaryObject(amount, window);
            compare(findChild(item, "send.balance").value, "–");
            verify(!findChild(item, "send.asset").visible);
            verify(!findChild(item, "send.fee").visible);
            verify(!findChild(item, "send.measure").visible);
            verify(!findChild(item, "send.total").visible);
            verify(!findChild(item, "send.everything").enabled);
        }
    }
}
