// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQml.Models
import QtTest
import Majlis

// What opens over a page: it takes the keyboard, does one thing, and lets go on Escape.
Item {
    id: window

    width: 900
    height: 700

    Item { id: elsewhere }

    Dialog {
        id: dialog
        title: "Remove it?"
        message: "Its session is forgotten."
        acceptText: "Remove"
        dangerous: true
    }

    CommandPalette {
        id: palette
        currentRow: 0
        model: ListModel {
            ListElement { title: "Go to Home"; group: "Go to"; iconName: "house"; shortcut: "Ctrl+1" }
            ListElement { title: "Lock"; group: "Do"; iconName: "lock"; shortcut: "Ctrl+L" }
        }
    }

    Toast {
        id: toast
        objectName: "toast"
        title: "Copied the address"
        kind: Banner.Success
        count: 3
    }

    SignalSpy { id: accepted; target: dialog; signalName: "accepted" }
    SignalSpy { id: confirmed; target: dialog; signalName: "confirmed" }
    SignalSpy { id: rejected; target: dialog; signalName: "rejected" }
    SignalSpy { id: edited; target: palette; signalName: "filterEdited" }
    SignalSpy { id: moved; target: palette; signalName: "moveRequested" }
    SignalSpy { id: ran; target: palette; signalName: "runRequested" }
    SignalSpy { id: dismissed; target: toast; signalName: "closeRequested" }

    TestCase {
        name: "overlays"
        when: windowShown

        function init() {
            failOnWarning(/.?/);
            for (const spy of [accepted, confirmed, rejected, edited, moved, ran, dismissed])
                spy.clear();
        }

        function test_dialog_answers_no_on_escape() {
            dialog.open();
            tryCompare(dialog, "opened", true);
            keyClick(Qt.Key_Escape);
            tryCompare(dialog, "visible", false);
            compare(rejected.count, 1);
            compare(accepted.count, 0);
        }

        function test_dialog_accepts() {
            dialog.open();
            tryCompare(dialog, "opened", true);
            findChild(dialog.footer, "dialog.accept").clicked();
            compare(accepted.count, 1);
            tryCompare(dialog, "visible", false);
        }

        function test_dialog_that_may_not_go_on_cannot_be_accepted() {
            dialog.acceptable = false;
            verify(!findChild(dialog.footer, "dialog.accept").enabled);
            dialog.acceptable = true;
        }

        function test_palette_types_moves_and_runs() {
            palette.open();
            tryCompare(palette, "opened", true);
            keyClick("h");
            compare(edited.signalArguments[0][0], "h");
            keyClick(Qt.Key_Down);
            compare(moved.signalArguments[0][0], 1);
            keyClick(Qt.Key_Return);
            compare(ran.signalArguments[0][0], 0);
            keyClick(Qt.Key_Escape);
            tryCompare(palette, "visible", false);
        }

        function test_toast_knows_when_somebody_looks_at_it() {
            elsewhere.forceActiveFocus();
            tryCompare(toast, "attended", false);
            findChild(window, "toast.close").forceActiveFocus();
            tryCompare(toast, "attended", true);
            elsewhere.forceActiveFocus();
            tryCompare(toast, "attended", false);
            mouseMove(toast, 10, toast.height / 2);
            tryCompare(toast, "attended", true);
        }

        function test_dialog_of_several_steps_stays_open() {
            dialog.closesOnAccept = false;
            dialog.open();
            tryCompare(dialog, "opened", true);
            findChild(dialog.footer, "dialog.accept").clicked();
            compare(confirmed.count, 1);
            verify(dialog.opened);
            dialog.acceptShown = false;
            verify(!findChild(dialog.footer, "dialog.accept").visible);
            dialog.acceptShown = true;
            dialog.closesOnAccept = true;
            dialog.close();
            tryCompare(dialog, "visible", false);
        }

        function test_toast_closes_and_is_announced() {
            compare(toast.Accessible.name, "Copied the address");
            mouseClick(findChild(window, "toast.close"));
            compare(dismissed.count, 1);
        }
    }
}
