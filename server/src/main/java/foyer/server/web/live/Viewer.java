package foyer.server.web.live;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One open page. Its stream ends by itself after {@link #LONGEST}; the browser then comes again and is asked anew
 * whether it may.
 */
final class Viewer {
    private static final Logger LOG = LoggerFactory.getLogger(Viewer.class);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    /** Shorter than the minute after which proxies give up on a silent line. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final String station;
    private final SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
    private final BlockingQueue<Word> mailbox = new ArrayBlockingQueue<>(1);
    private volatile boolean gone;

    Viewer(String station) {
        this.station = station;
        emitter.onCompletion(this::leave);
        emitter.onTimeout(this::leave);
        emitter.onError(broken -> leave());
    }

    String station() {
        return station;
    }

    SseEmitter emitter() {
        return emitter;
    }

    /** Never waits: a word that still lies there says the same. */
    void changed() {
        boolean taken = mailbox.offer(Word.CHANGED);
        if (!taken) {
            LOG.trace("a viewer of {} is told of two changes at once", station);
        }
    }

    void leave() {
        gone = true;
        mailbox.clear();
        changed();
    }

    /** Tells of changes until the page is gone. The first word comes at once: the page may be older than the stream. */
    void serve() {
        changed();
        try {
            while (!gone) {
                Word word = mailbox.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
                if (!gone) {
                    emitter.send(
                            word == null
                                    ? SseEmitter.event().comment("still here")
                                    : SseEmitter.event().name("changed").data("1"));
                }
            }
            emitter.complete();
        } catch (IOException | IllegalStateException closed) {
            // A page was closed, which is how every stream ends.
            LOG.debug("a viewer of {} has gone", station);
            emitter.completeWithError(closed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.completeWithError(e);
        }
    }

    private enum Word {
        CHANGED
    }
}
