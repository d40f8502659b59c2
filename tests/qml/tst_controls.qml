// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtTest
import Majlis

// Controls do what they say by pointer and by keyboard, and tell what they are to those who cannot see them.
Item {
    id: window

    width: 800
    height: 600

    ColumnLayout {
        id: form
        width: 400

        Button {
            id: primary
            objectName: "primary"
            text: "Sign in"
            kind: Button.Primary
        }
        IconButton {
            id: refresh
            objectName: "refresh"
            iconName: "refresh-cw"
            text: "Refresh"
        }
        TextField {
            id: field
            objectName: "field"
            label: "Name"
            hint: "As others see it"
        }
        SearchField {
            id: search
            objectName: "search"
        }
        Switch {
            id: motion
            objectName: "motion"
            text: "Reduce motion"
        }
        SegmentedControl {
            id: segments
            objectName: "segments"
            label: "Theme"
            options: ["System", "Dark", "Light"]
            onChosen: index => currentIndex = index
        }
        Slider {
            id: slider
            objectName: "slider"
            label: "Text size"
            from: 0
            to: 10
            stepSize: 1
        }
        Select {
            id: select
            objectName: "select"
            label: "Lock after"
            model: ["5 minutes", "10 minutes", "1 hour"]
        }
        AddressText {
            id: address
            objectName: "address"
            address: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8"
        }
        Banner {
            id: banner
            objectName: "banner"
            title: "You are offline"
            actionText: "Try again"
            closable: true
            Layout.fillWidth: true
        }
        ErrorState {
            id: failure
            objectName: "failure"
            title: "It did not load"
            details: "timeout"
        }
    }

    SignalSpy { id: clicked; signalName: "clicked" }
    SignalSpy { id: edited; target: field; signalName: "edited" }
    SignalSpy { id: chosen; target: segments; signalName: "chosen" }
    SignalSpy { id: copied; target: address; signalName: "copyRequested" }
    SignalSpy { id: acted; target: banner; signalName: "actionRequested" }
    SignalSpy { id: closed; target: banner; signalName: "closeRequested" }
    SignalSpy { id: retried; target: failure; signalName: "retryRequested" }

    TestCase {
        name: "controls"
        when: windowShown

        function init() {
            failOnWarning(/.?/);
            for (const spy of [clicked, edited, chosen, copied, acted, closed, retried])
                spy.clear();
        }

        function test_button_by_pointer_and_keys() {
            clicked.target = primary;
            mouseClick(primary);
            compare(clicked.count, 1);
            primary.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            keyClick(Qt.Key_Return);
            compare(clicked.count, 3);
        }

        function test_busy_button_takes_no_click() {
            clicked.target = primary;
            primary.busy = true;
            mouseClick(primary);
            compare(clicked.count, 0);
            primary.busy = false;
        }

        function test_icon_button_is_named_and_large_enough() {
            clicked.target = refresh;
            compare(refresh.Accessible.name, "Refresh");
            verify(refresh.width >= 32 && refresh.height >= 32);
            mouseClick(refresh);
            compare(clicked.count, 1);
        }

        function test_text_field_tells_what_is_typed_and_what_is_wrong() {
            field.focusInput();
            keyClick("a");
            compare(edited.count, 1);
            compare(edited.signalArguments[0][0], "a");
            const input = findChild(window, "field.input");
            compare(input.Accessible.description, "As others see it");
            field.error = "Too short";
            compare(input.Accessible.description, "Too short");
            field.error = "";
            field.text = "";
        }

        function test_escape_clears_the_search_first() {
            search.forceActiveFocus();
            keyClick("x");
            compare(search.text, "x");
            keyClick(Qt.Key_Escape);
            compare(search.text, "");
        }

        function test_switch_by_space() {
            motion.checked = false;
            motion.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            verify(motion.checked);
            verify(motion.Accessible.checked);
        }

        function test_segments_by_arrows_and_pointer() {
            segments.currentIndex = 0;
            segments.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Right);
            compare(segments.currentIndex, 1);
            keyClick(Qt.Key_Left);
            keyClick(Qt.Key_Left);
            compare(segments.currentIndex, 0);
            mouseClick(findChild(window, "segments.2"));
            compare(segments.currentIndex, 2);
        }

        function test_slider_by_arrows() {
            slider.value = 5;
            slider.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Right);
            compare(slider.value, 6);
        }

        function test_select_by_keys() {
            select.currentIndex = 0;
            select.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Down);
            compare(select.currentText, "10 minutes");
        }

        function test_address_is_grouped_and_copied_whole() {
            compare(address.grouped("0x70997970C51812dc3A010C7d01b50e0d17dc79C8"),
                    "0x7099 7970 C518 12dc 3A01 0C7d 01b5 0e0d 17dc 79C8");
            mouseClick(findChild(window, "address.copy"));
            compare(copied.signalArguments[0][0], address.address);
        }

        function test_banner_offers_its_action_and_closes() {
            mouseClick(findChild(window, "banner.action"));
            mouseClick(findChild(window, "banner.close"));
            compare(acted.count, 1);
            compare(closed.count, 1);
        }

        function test_error_keeps_details_folded() {
            verify(failure.folded);
            findChild(window, "failure.details").clicked();
            verify(!failure.folded);
            findChild(window, "failure.retry").clicked();
            compare(retried.count, 1);
        }

        function test_tab_goes_through_the_form_in_order() {
            const order = ["primary", "refresh", "field.input", "search", "motion", "segments", "slider", "select"];
            primary.forceActiveFocus(Qt.TabFocusReason);
            for (const expected of order) {
                compare(window.Window.activeFocusItem.objectName, expected);
                keyClick(Qt.Key_Tab);
            }
        }

        function test_everything_can_be_hit() {
            for (const control of [primary, refresh, search, motion, segments, slider, select])
                verify(control.height >= 32, control.objectName + " is " + control.height + " high");
        }
    }
}
