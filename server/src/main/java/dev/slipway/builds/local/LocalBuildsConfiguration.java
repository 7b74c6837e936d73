package dev.slipway.builds.local;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LocalBuildProperties.class)
class LocalBuildsConfiguration {}
