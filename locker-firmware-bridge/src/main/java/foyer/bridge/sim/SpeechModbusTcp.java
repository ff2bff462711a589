package foyer.bridge.sim;

import foyer.bridge.frame.CommandModbusTcp;
import foyer.bridge.frame.ReplyModbusTcp;
import java.util.List;
import java.util.Optional;

/** Speaks as a Modbus relay board over TCP, which keeps bytes whole and in order. */
final class SpeechModbusTcp implements Speech {
    @Override
    public List<Integer> lengths() {
        return List.of(12);
    }

    @Override
    public Optional<Answer> obey(byte[] command, SimulatedBoard board) {
        return CommandModbusTcp.of(command).map(known -> RelayBoard.reply(known.command(), board)
                .map(reply -> Answer.of(new ReplyModbusTcp(known.transaction(), reply).bytes()))
                .orElse(Answer.SILENCE));
    }

    @Override
    public boolean onWire() {
        return false;
    }
}
