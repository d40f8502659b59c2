// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the EVM client talk to. OpenZeppelin's token judges our EIP-712 (permit, EIP-2612).
pragma solidity ^0.8.24;

import "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

contract Coin is ERC20Permit {
    constructor(address owner) ERC20("Majlis Test Coin", "MTC") ERC20Permit("Majlis Test Coin") {
        _mint(owner, 1_000_000_000_000);
    }

    function decimals() public pure override returns (uint8) {
        return 6;
    }
}

/// As tokens were written before strings became usual.
contract OldCoin {
    bytes32 public constant symbol = "OLD";
    bytes32 public constant name = "Old Coin";
    uint8 public constant decimals = 18;
    mapping(address => uint256) public balanceOf;
}

/// Says what it understood of a call, and fails in every way.
contract Listener {
    struct Note {
        string text;
        bytes data;
        int64 shift;
    }

    error Strange(uint256 number);

    event Heard(address indexed sender, bytes32 indexed id, uint256 paid, uint256[] amounts, Note[] notes, bytes4[2] tags);

    function tell(bytes32 id, uint256[] calldata amounts, Note[] calldata notes, bytes4[2] calldata tags) external payable {
        emit Heard(msg.sender, id, msg.value, amounts, notes, tags);
    }

    function refuse(uint8 how) external pure returns (uint256) {
        if (how == 0) revert("no means no");
        if (how == 1) return how / (how - 1);
        if (how == 2) revert Strange(7);
        if (how == 3) revert();
        return how;
    }
}
