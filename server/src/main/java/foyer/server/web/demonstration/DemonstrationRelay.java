package foyer.server.web.demonstration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hands on what was pressed on the demonstration's page: five things a person can do at a wall, and the touchscreen. */
@RestController
@RequestMapping("/demonstration")
@ConditionalOnProperty("foyer.demonstration.wall")
class DemonstrationRelay {
    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationRelay.class);
    private static final List<String> VALUES = List.of("ref", "text", "door", "on", "bin");
    private static final int LONGEST = 100;
    private static final int MOST_PIXELS = 4096;
    private static final int MOST_WAITING = 20;

    private final DemonstrationLine line;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    DemonstrationRelay(DemonstrationLine line) {
        this.line = line;
    }

    /** What a person can do at the wall, and nothing else. */
    enum Action {
        SCAN,
        CLOSE,
        JAM,
        DROP,
        CLOSEFLAP;

        static Optional<Action> of(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.word().equals(word))
                    .findFirst();
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @GetMapping("/wall")
    ResponseEntity<byte[]> wall() throws IOException, InterruptedException {
        return answer(line.wallGet("/state"), MediaType.APPLICATION_JSON);
    }

    @PostMapping("/wall/{action}")
    ResponseEntity<byte[]> act(@PathVariable String action, @RequestParam Map<String, String> given)
            throws IOException, InterruptedException {
        Optional<Action> known = Action.of(action);
        if (known.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : VALUES) {
            String value = given.get(name);
            if (value != null && value.length() <= LONGEST) {
                values.put(name, value);
            }
        }
        return answer(line.wallPost("/" + known.get().word(), values), MediaType.APPLICATION_JSON);
    }

    @GetMapping("/screen.png")
    ResponseEntity<byte[]> screen() throws IOException, InterruptedException {
        return answer(line.screenGet("/screen.png", Map.of()), MediaType.IMAGE_PNG);
    }

    /** @param x pixels of the touchscreen's own picture, from its left edge; {@code y}: from its upper edge */
    @PostMapping("/press")
    ResponseEntity<byte[]> press(
            @RequestParam @Min(0) @Max(MOST_PIXELS) int x, @RequestParam @Min(0) @Max(MOST_PIXELS) int y)
            throws IOException, InterruptedException {
        return answer(
                line.screenPost("/press", Map.of("x", Integer.toString(x), "y", Integer.toString(y))),
                MediaType.APPLICATION_JSON);
    }

    /** Answers when a newer picture than {@code after} was painted, or after a while with the same number. */
    @GetMapping("/changes")
    ResponseEntity<byte[]> changes(@RequestParam @PositiveOrZero long after) throws IOException, InterruptedException {
        if (!waiting.tryAcquire()) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
        try {
            return answer(
                    line.screenGet("/changes", Map.of("after", Long.toString(after))), MediaType.APPLICATION_JSON);
        } finally {
            waiting.release();
        }
    }

    @ExceptionHandler
    ResponseEntity<Void> silent(IOException gone) {
        LOG.debug("the demonstration does not answer", gone);
        return ResponseEntity.status(HttpStatus.BAD_GATEWAY).build();
    }

    private static ResponseEntity<byte[]> answer(HttpResponse<byte[]> from, MediaType kind) {
        boolean well = from.statusCode() / 100 == 2;
        return ResponseEntity.status(well ? HttpStatus.OK : HttpStatus.BAD_GATEWAY)
                .cacheControl(CacheControl.noStore())
                .contentType(kind)
                .body(well ? from.body() : new byte[0]);
    }
}
