package dev.slipway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The platform in one process. */
@SpringBootApplication
public class SlipwayServer {
    public static void main(String[] args) {
        SpringApplication.run(SlipwayServer.class, args);
    }
}
