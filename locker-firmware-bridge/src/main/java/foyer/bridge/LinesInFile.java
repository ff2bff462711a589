package foyer.bridge;

import foyer.bridge.scan.ScanFormat;
import foyer.bridge.scan.ScanFormats;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The {@code line}, {@code scanner} and {@code code} statements of a hardware file: what is opened, and what is scanned. */
final class LinesInFile {
    static final String LINE = "line main serial /dev/serial/by-id/usb-FTDI-if00-port0 9600";
    private static final String TCP = "line main tcp 192.168.1.20 4196";
    private static final String GPIO = "line pins gpio";
    private static final String SCANNER = "scanner front serial /dev/serial/by-id/usb-Scanner-if00 9600";
    private static final String EVDEV = "scanner front evdev /dev/input/by-id/usb-Scanner-event-kbd";
    private static final String KEYBOARD = "scanner front keyboard";
    private static final String CAMERA = "scanner front camera rpicam-vid --codec mjpeg -t 0 -o -";
    private static final String CODE = "code card kind=card prefix=2 length=14 check=luhn symbology=codabar";
    private static final Set<Integer> BAUDS = Set.of(1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200);
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:-]{1,253}");
    private static final int HIGHEST_PORT = 65_535;

    private final Claims claims;
    private final Map<String, Hardware.LineMap> lines = new LinkedHashMap<>();
    private final Map<String, Hardware.ScannerMap> scanners = new LinkedHashMap<>();

    private final List<ScanFormat> codes = new ArrayList<>();

    LinesInFile(Claims claims) {
        this.claims = claims;
    }

    List<Hardware.LineMap> lines() {
        return List.copyOf(lines.values());
    }

    List<Hardware.ScannerMap> scanners() {
        return List.copyOf(scanners.values());
    }

    ScanFormats codes() {
        return new ScanFormats(codes);
    }

    /** The line a statement names. */
    Hardware.LineMap named(Statement statement) throws HardwareFault {
        String name = statement.text("line", "main");
        Hardware.LineMap line = lines.get(name);
        if (line == null) {
            throw statement.fault("there is no line '" + name + "' above; write one first, for example: " + LINE);
        }
        claims.use("line " + name);
        return line;
    }

    void line(Statement statement) throws HardwareFault {
        String name = statement.name(LINE);
        claims.claim(statement, "line " + name, "give this one another name");
        lines.put(name, new Hardware.LineMap(name, lineKind(statement)));
        claims.awaitUse("line " + name, statement);
    }

    private Hardware.LineKind lineKind(Statement statement) throws HardwareFault {
        return switch (statement.word(2, LINE)) {
            case "serial" -> serial(statement, LINE);
            case "tcp" -> tcp(statement);
            case "gpio" -> {
                statement.only(3, Set.of(), GPIO);
                claims.claim(statement, "this computer's set of pins", "one line has them all");
                yield new Hardware.Gpio();
            }
            case "simulated" -> {
                statement.only(3, Set.of(), "line main simulated");
                yield new Hardware.Simulated();
            }
            default ->
                throw statement.fault("'" + statement.word(2, LINE) + "' is no kind of line; write serial with path"
                        + " and baud, tcp with host and port, gpio, or simulated");
        };
    }

    void scanner(Statement statement) throws HardwareFault {
        String name = statement.name(SCANNER);
        claims.claim(statement, "scanner " + name, "give this one another name");
        scanners.put(name, new Hardware.ScannerMap(name, scannerKind(statement)));
    }

    void code(Statement statement) throws HardwareFault {
        String name = statement.name(CODE);
        claims.claim(statement, "code " + name, "give this one another name");
        statement.only(2, statement.fields().keySet(), CODE);
        switch (ScanFormat.parse(name, statement.fields())) {
            case ScanFormat.Parsed.Usable(ScanFormat format) -> codes.add(format);
            case ScanFormat.Parsed.Refused(String why) -> throw statement.fault(why);
        }
    }

    private Hardware.ScannerKind scannerKind(Statement statement) throws HardwareFault {
        return switch (statement.word(2, SCANNER)) {
            case "serial" -> serial(statement, SCANNER);
            case "evdev" -> evdev(statement);
            case "keyboard" -> {
                statement.only(3, Set.of(), KEYBOARD);
                claims.claim(statement, "the keyboard", "what two scanners type cannot be told apart; use evdev");
                yield new Hardware.Keyboard();
            }
            case "camera" -> new Hardware.Camera(statement.wordsFrom(3, CAMERA));
            case "simulated" -> {
                statement.only(3, Set.of(), "scanner front simulated");
                yield new Hardware.Simulated();
            }
            default ->
                throw statement.fault("'" + statement.word(2, SCANNER) + "' is no kind of scanner; write serial with"
                        + " path and baud, evdev with path, keyboard, camera with its command, or simulated");
        };
    }

    private Hardware.Serial serial(Statement statement, String example) throws HardwareFault {
        statement.only(5, Set.of(), example);
        String path = statement.word(3, example);
        if (!path.startsWith("/")) {
            throw statement.fault(
                    "'" + path + "' is no path of a device; write it from the / on, best /dev/serial/by-id/...");
        }
        device(statement, path);
        int baud = statement.number("", statement.word(4, example), 1, 1_000_000);
        if (!BAUDS.contains(baud)) {
            throw statement.fault(baud + " is no usual speed; write one of "
                    + BAUDS.stream().sorted().toList());
        }
        return new Hardware.Serial(path, baud);
    }

    private Hardware.Tcp tcp(Statement statement) throws HardwareFault {
        statement.only(5, Set.of(), TCP);
        String host = statement.word(3, TCP);
        if (!HOST.matcher(host).matches()) {
            throw statement.fault("'" + host + "' is no name or address of a host; write for example: " + TCP);
        }
        int port = statement.number("", statement.word(4, TCP), 1, HIGHEST_PORT);
        claims.claim(
                statement,
                "network address " + host.toLowerCase(Locale.ROOT) + " port " + port,
                "put all boards behind it on that line");
        return new Hardware.Tcp(host, port);
    }

    private Hardware.Evdev evdev(Statement statement) throws HardwareFault {
        statement.only(4, Set.of(), EVDEV);
        String path = statement.word(3, EVDEV);
        if (!path.startsWith("/dev/input/") || !Path.of(path).normalize().startsWith("/dev/input")) {
            throw statement.fault(
                    "'" + path + "' is no keyboard device; write a path under /dev/input, for example: " + EVDEV);
        }
        device(statement, path);
        return new Hardware.Evdev(path);
    }

    private void device(Statement statement, String path) throws HardwareFault {
        claims.claim(statement, "device " + path, "each line and scanner needs a device of its own");
    }
}
