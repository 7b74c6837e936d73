package com.example.service;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What differs between environments; set in deploy/overlays/.
 *
 * @param greeting what it says first
 * @param drainMillis how long it goes on answering after it was asked to stop, so that routers notice that it is not ready
 */
@ConfigurationProperties("service")
public record Settings(String greeting, int drainMillis) {}
