package dev.slipway;

import dev.slipway.launch.Launch;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The platform in one process. */
@SpringBootApplication
public class SlipwayServer {
    public static void main(String[] args) {
        Launch.run(SlipwayServer.class, args);
    }
}
