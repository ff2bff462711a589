package foyer.bridge.proof;

import foyer.bridge.Hardware.BoardKind;
import foyer.bridge.frame.Command8A80;
import foyer.bridge.frame.CommandCu16;
import foyer.bridge.frame.CommandCu48;
import foyer.bridge.frame.CommandModbus;
import foyer.bridge.frame.CommandModbusTcp;
import java.util.Optional;

/** What the proof must know of each kind of board. */
enum Kind {
    BOARD_8A80(BoardKind.BOARD_8A80, 1, 32, 1, 9_600),
    CU16(BoardKind.CU16, 0, 15, 1, 19_200),
    CU48(BoardKind.CU48, 0, 15, 1, 19_200),
    MODBUS(BoardKind.MODBUS, 1, 247, 0, 9_600),
    MODBUS_TCP(BoardKind.MODBUS_TCP, 1, 247, 6, 1_000_000);

    private static final long BITS_PER_BYTE_NANOS = 10_000_000_000L;

    final BoardKind board;
    final int lowestAddress;
    final int highestAddress;
    private final int addressAt;
    private final int baud;

    /** A pulse that was written: for which lock of which board; channel 0 for more than one. */
    record Pulse(int address, int channel) {}

    Kind(BoardKind board, int lowestAddress, int highestAddress, int addressAt, int baud) {
        this.board = board;
        this.lowestAddress = lowestAddress;
        this.highestAddress = highestAddress;
        this.addressAt = addressAt;
        this.baud = baud;
    }

    /** Whether bits and bytes can be spoilt; TCP keeps bytes whole and in order, and loses or doubles messages. */
    boolean onWire() {
        return this != MODBUS_TCP;
    }

    long wireNanos(int bytes) {
        return bytes * BITS_PER_BYTE_NANOS / baud;
    }

    /** Where boards of this kind have their address, in questions and in answers. */
    int addressIn(byte[] frame) {
        return frame.length > addressAt ? frame[addressAt] & addressMask() : -1;
    }

    private int addressMask() {
        // The low half of the byte is the lock.
        return this == CU16 ? 0xF0 : 0xFF;
    }

    /** What the driver's frame pulls, if it is one that can pull a lock. */
    Optional<Pulse> pulse(byte[] frame) {
        return switch (this) {
            case BOARD_8A80 ->
                Command8A80.of(frame).flatMap(command -> switch (command) {
                    case Command8A80.Open(int address, int channel) -> Optional.of(new Pulse(address, channel));
                    case Command8A80.OpenFor(int address, int channel, int seconds) ->
                        Optional.of(new Pulse(address, channel));
                    case Command8A80.OpenAll(int address) -> Optional.of(new Pulse(address, 0));
                    case Command8A80.Query none -> Optional.empty();
                    case Command8A80.QueryAll none -> Optional.empty();
                    case Command8A80.Find none -> Optional.empty();
                });
            case CU16 ->
                CommandCu16.of(frame).flatMap(command -> switch (command) {
                    case CommandCu16.Unlock(int address, int channel) -> Optional.of(new Pulse(address, channel));
                    case CommandCu16.UnlockAll(int address) -> Optional.of(new Pulse(address, 0));
                    case CommandCu16.Status none -> Optional.empty();
                    case CommandCu16.StatusOfAll none -> Optional.empty();
                    case CommandCu16.QueryUnlockTime none -> Optional.empty();
                    case CommandCu16.SetUnlockTime none -> Optional.empty();
                    case CommandCu16.SetBaud none -> Optional.empty();
                });
            case CU48 ->
                CommandCu48.of(frame).flatMap(command -> switch (command) {
                    case CommandCu48.Unlock(int address, int channel) -> Optional.of(new Pulse(address, channel));
                    case CommandCu48.Status none -> Optional.empty();
                });
            case MODBUS -> CommandModbus.of(frame).flatMap(Kind::relay);
            case MODBUS_TCP -> CommandModbusTcp.of(frame).flatMap(framed -> relay(framed.command()));
        };
    }

    private static Optional<Pulse> relay(CommandModbus command) {
        return switch (command) {
            case CommandModbus.FlashOn(int address, int channel, int tenths) ->
                Optional.of(new Pulse(address, channel));
            case CommandModbus.On(int address, int channel) -> Optional.of(new Pulse(address, channel));
            case CommandModbus.Off none -> Optional.empty();
            case CommandModbus.AllOff none -> Optional.empty();
            case CommandModbus.ReadCoils none -> Optional.empty();
            case CommandModbus.ReadInputs none -> Optional.empty();
            case CommandModbus.SetMode none -> Optional.empty();
            case CommandModbus.SetAddress none -> Optional.empty();
            case CommandModbus.SetBaud none -> Optional.empty();
        };
    }
}
