// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Majlis

// What the wallet's pages are made of.
Item {
    id: window

    width: 600
    height: 600

    QrCode {
        id: code
        width: 200
        height: 200
        text: "ethereum:0x70997970C51812dc3A010C7d01b50e0d17dc79C8@8453"
    }

    TextArea {
        id: area
        y: 220
        width: 400
        objectName: "area"
        label: "Message"
        hint: "To the letter"
    }

    SignalSpy { id: edited; target: area; signalName: "edited" }

    TestCase {
        name: "wallet"
        when: windowShown

        function init() { failOnWarning(/.?/); }

        function test_a_code_is_drawn_in_black_and_white() {
            verify(code.valid);
            waitForRendering(code);
            const picture = grabImage(code);
            compare(picture.pixel(2, 2), "#ffffff");
            let black = 0;
            for (let x = 0; x < 200; x += 2)
                for (let y = 0; y < 200; y += 2)
                    if (Qt.colorEqual(picture.pixel(x, y), "#000000"))
                        ++black;
            verify(black > 1000 && black < 6000, "black modules: " + black);
        }

        function test_what_does_not_fit_is_no_code() {
            const before = code.text;
            code.text = "";
            verify(!code.valid);
            code.text = "x".repeat(5000);
            verify(!code.valid);
            code.text = before;
            verify(code.valid);
        }

        function test_a_text_of_several_lines_is_typed_and_left_with_tab() {
            area.focusInput();
            const input = findChild(area, "area.input");
            tryVerify(() => input.activeFocus);
            keyClick("a");
            keyClick(Qt.Key_Return);
            keyClick("b");
            compare(edited.signalArguments[edited.count - 1][0], "a\nb");
            compare(input.Accessible.name, "Message");
            compare(input.Accessible.description, "To the letter");
            keyClick(Qt.Key_Tab);
            compare(area.text, "a\nb");
        }
    }
}
