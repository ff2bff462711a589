package foyer.bridge.sim;

import foyer.bridge.frame.CommandModbus;
import foyer.bridge.frame.ReplyModbus;
import java.time.Duration;
import java.util.Optional;

/** What a Modbus relay board does and says, whichever way its bytes go. */
final class RelayBoard {
    private static final int READ_COILS = 1;
    private static final int READ_INPUTS = 2;
    private static final int WRITE_COIL = 5;
    private static final int WRITE_REGISTER = 6;
    private static final int NO_SUCH_CHANNEL = 2;
    private static final int NORMAL = 0;

    private RelayBoard() {}

    /** Empty if nothing is to be said: to another board's command, and to one for all, as Modbus has it. */
    static Optional<ReplyModbus> reply(CommandModbus command, SimulatedBoard board) {
        if (command instanceof CommandModbus.SetAddress(int newAddress)) {
            board.address(newAddress);
        }
        return command.address() == board.address() ? Optional.of(done(command, board)) : Optional.empty();
    }

    private static ReplyModbus done(CommandModbus command, SimulatedBoard board) {
        return switch (command) {
            case CommandModbus.FlashOn(int address, int channel, int tenths) ->
                written(board, channel, command, () -> board.flash(channel, Duration.ofMillis(100L * tenths)));
            case CommandModbus.On(int address, int channel) ->
                written(board, channel, command, () -> board.output(channel, true));
            case CommandModbus.Off(int address, int channel) ->
                written(board, channel, command, () -> board.output(channel, false));
            case CommandModbus.AllOff(int address) ->
                written(board, 1, command, () -> {
                    for (int channel = 1; channel <= board.channels(); channel++) {
                        board.output(channel, false);
                    }
                });
            case CommandModbus.ReadCoils(int address, int channels) ->
                channels > board.channels()
                        ? new ReplyModbus.Refused(address, READ_COILS, NO_SUCH_CHANNEL)
                        : new ReplyModbus.Coils(address, size(channels), first(channels, board.outputs()));
            case CommandModbus.ReadInputs(int address, int channels) ->
                channels > board.channels()
                        ? new ReplyModbus.Refused(address, READ_INPUTS, NO_SUCH_CHANNEL)
                        : new ReplyModbus.Inputs(address, size(channels), first(channels, board.contacts()));
            case CommandModbus.SetMode(int address, int channel, int mode) ->
                written(board, channel, command, () -> board.linked(channel, mode != NORMAL));
            case CommandModbus.SetAddress toAll -> throw new IllegalStateException("is for all boards: " + toAll);
            case CommandModbus.SetBaud toAll -> throw new IllegalStateException("is for all boards: " + toAll);
        };
    }

    /** A write is answered with its own bytes. */
    private static ReplyModbus written(SimulatedBoard board, int channel, CommandModbus command, Runnable does) {
        if (channel > board.channels()) {
            int function = command instanceof CommandModbus.SetMode ? WRITE_REGISTER : WRITE_COIL;
            return new ReplyModbus.Refused(board.address(), function, NO_SUCH_CHANNEL);
        }
        does.run();
        return ReplyModbus.of(command.bytes()).orElseThrow();
    }

    private static int size(int channels) {
        return (channels + 7) / 8;
    }

    private static long first(int channels, long bits) {
        return bits & ((1L << channels) - 1);
    }
}
