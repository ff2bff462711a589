package foyer.server.web.live;

import foyer.server.projection.LedgerChanged;
import foyer.server.projection.Projections;
import foyer.server.web.safe.Signed;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The streams of open station pages. Publishing never waits for a viewer: each has a thread of its own and a mailbox
 * for one word, so that a slow line holds up nobody and a burst of changes becomes one. At most {@value #MOST_VIEWERS}
 * at a time; one more is told so (503), and its page asks by itself every few seconds.
 */
@RestController
class LivePages {
    static final int MOST_VIEWERS = 200;

    private final Projections projections;
    private final Semaphore free = new Semaphore(MOST_VIEWERS);
    private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();

    LivePages(Projections projections) {
        this.projections = projections;
    }

    @GetMapping(path = "/staff/stations/{id}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@AuthenticationPrincipal Signed.Staff staff, @PathVariable String id) {
        if (projections.stations(staff.network()).stream()
                .noneMatch(line -> line.id().equals(id))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (!free.tryAcquire()) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        Viewer viewer = new Viewer(id);
        viewers.add(viewer);
        Thread.ofVirtual().name("live-" + id).start(() -> {
            try {
                viewer.serve();
            } finally {
                viewers.remove(viewer);
                free.release();
            }
        });
        return viewer.emitter();
    }

    @EventListener
    void changed(LedgerChanged changed) {
        for (Viewer viewer : viewers) {
            if (changed.station().map(viewer.station()::equals).orElse(true)) {
                viewer.changed();
            }
        }
    }

    /** The server goes down: a stream that stayed would hold it up. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        viewers.forEach(Viewer::leave);
    }
}
