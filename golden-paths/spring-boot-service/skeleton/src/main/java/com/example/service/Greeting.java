package com.example.service;

import org.springframework.boot.info.BuildProperties;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Replace it with what the service is for. */
@RestController
class Greeting {

    private final Settings settings;
    private final BuildProperties build;

    Greeting(Settings settings, BuildProperties build) {
        this.settings = settings;
        this.build = build;
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_PLAIN_VALUE)
    String greet() {
        return settings.greeting() + " from ${{ values.name }} " + build.getVersion() + "\n";
    }
}
