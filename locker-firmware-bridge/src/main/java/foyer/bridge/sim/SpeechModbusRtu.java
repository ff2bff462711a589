package foyer.bridge.sim;

import foyer.bridge.frame.CommandModbus;
import foyer.bridge.frame.ReplyModbus;
import java.util.List;
import java.util.Optional;

/** Speaks as a Modbus relay board on a serial line. */
final class SpeechModbusRtu implements Speech {
    @Override
    public List<Integer> lengths() {
        return List.of(8);
    }

    @Override
    public Optional<Answer> obey(byte[] command, SimulatedBoard board) {
        return CommandModbus.of(command).map(known -> RelayBoard.reply(known, board)
                .map(ReplyModbus::bytes)
                .map(Answer::of)
                .orElse(Answer.SILENCE));
    }
}
