package foyer.bridge.proof;

import foyer.bridge.Hardware;
import foyer.bridge.HardwareFault;
import foyer.bridge.SteppedStation;
import foyer.bridge.sim.SimulatedBoard;
import foyer.bridge.sim.SimulatedWall;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Boards of one kind with a door on each of their locks, drawn by chance, and what is true of these doors. */
final class Wall {
    private static final int MOST_BOARDS = 4;
    private static final int MOST_RELAYS = 16;

    final Hardware hardware;
    final List<Door> doors = new ArrayList<>();
    final List<SimulatedBoard> boards = new ArrayList<>();

    /** @param number its place in {@link #doors} */
    record Door(int number, String name, SimulatedBoard board, int channel) {
        /** The one frame that may pull its lock. */
        Kind.Pulse pulse() {
            return new Kind.Pulse(board.address(), channel);
        }

        boolean isOpen() {
            return board.isOpen(channel);
        }
    }

    private Wall(Hardware hardware) {
        this.hardware = hardware;
        SimulatedWall wall = SimulatedWall.inMemory(hardware);
        hardware.boards().forEach(board -> boards.add(wall.board(board.name())));
        for (Hardware.DoorMap door : hardware.doors()) {
            doors.add(new Door(
                    doors.size(),
                    door.compartment().name(),
                    wall.board(door.lock().board()),
                    door.lock().channel()));
        }
    }

    static Wall draw(Kind kind, SplittableRandom random) throws HardwareFault {
        List<String> text = new ArrayList<>(List.of("line main simulated", "opening jammed-after=700"));
        Set<Integer> addresses = new TreeSet<>();
        int count = 2 + random.nextInt(MOST_BOARDS - 1);
        while (addresses.size() < count) {
            addresses.add(address(kind, random));
        }
        int board = 0;
        for (int address : addresses) {
            int channels = channels(kind, random);
            text.add("board b%d %s line=main address=%d channels=%d"
                    .formatted(board, kind.board.word(), address, channels));
            for (int channel = 1; channel <= channels; channel++) {
                text.add("door %d-%d board=b%d channel=%d size=S height=LOW column=%d row=%d columns=1 rows=1 closed=%s"
                        .formatted(
                                board,
                                channel,
                                board,
                                channel,
                                board,
                                channel,
                                random.nextBoolean() ? "0x11" : "0x00"));
            }
            board++;
        }
        return new Wall(SteppedStation.read(text));
    }

    /** Often neighbours, whose addresses differ in one bit. */
    private static int address(Kind kind, SplittableRandom random) {
        int most = random.nextBoolean() ? kind.lowestAddress + MOST_BOARDS : kind.highestAddress;
        return random.nextInt(kind.lowestAddress, most + 1);
    }

    private static int channels(Kind kind, SplittableRandom random) {
        return switch (kind) {
            case BOARD_8A80 -> random.nextBoolean() ? 24 : 32;
            case CU16 -> random.nextBoolean() ? 12 : 16;
            case CU48 -> 48;
            case MODBUS, MODBUS_TCP -> 1 + random.nextInt(MOST_RELAYS);
        };
    }

    /** Which doors stand open in truth. */
    BitSet open() {
        BitSet open = new BitSet();
        for (Door door : doors) {
            open.set(door.number(), door.isOpen());
        }
        return open;
    }
}
