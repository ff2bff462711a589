package foyer.bridge.planted.board;

import com.fazecast.jSerialComm.SerialPort;

/** Planted: a board driver that opens a port by itself. */
public final class SerialPortInBoard {
    private SerialPortInBoard() {}

    public static SerialPort port(String path) {
        return SerialPort.getCommPort(path);
    }
}
