package dev.slipway.ui.live;

import dev.slipway.ui.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream of changes that a page listens to. */
@RestController
class LiveController {

    private final Listeners listeners;
    private final ObjectProvider<Viewer> viewer;

    LiveController(Listeners listeners, ObjectProvider<Viewer> viewer) {
        this.listeners = listeners;
        this.viewer = viewer;
    }

    /** @param topics what the page shows, comma-separated */
    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@RequestParam Set<String> topics, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        Viewer asking = viewer.getIfAvailable();
        return listeners.listen(asking == null ? "" : asking.name(), topics);
    }
}
