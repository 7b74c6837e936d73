package dev.slipway.platform.store;

import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.RegisteredService;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of services and of the hosts they own. */
@Repository
public class ServiceRegister {

    private final JdbcClient database;

    ServiceRegister(JdbcClient database) {
        this.database = database;
    }

    public List<RegisteredService> all() {
        return database.sql("select name, team, repository from platform_services order by name")
                .query(ServiceRegister::service)
                .list();
    }

    public Optional<RegisteredService> find(ServiceName name) {
        return database.sql("select name, team, repository from platform_services where name = ?")
                .param(name.value())
                .query(ServiceRegister::service)
                .optional();
    }

    /** The service whose code and configuration is in this repository. */
    public Optional<RegisteredService> owning(RepositoryRef repository) {
        return database.sql("select name, team, repository from platform_services where repository = ?")
                .param(repository.toString())
                .query(ServiceRegister::service)
                .optional();
    }

    /** The service that owns this host. */
    public Optional<ServiceName> ownerOf(String host) {
        return database.sql("select service from platform_hosts where host = ?")
                .param(host)
                .query(String.class)
                .optional()
                .map(ServiceName::new);
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the name or a host is taken */
    public void add(RegisteredService service, Collection<String> hosts) {
        database.sql("insert into platform_services (name, team, repository) values (?, ?, ?)")
                .params(
                        service.name().value(),
                        service.team().value(),
                        service.repository().toString())
                .update();
        hosts.forEach(host -> database.sql("insert into platform_hosts (host, service) values (?, ?)")
                .params(host, service.name().value())
                .update());
    }

    /** Whether there was such a service. */
    public boolean remove(ServiceName name) {
        return database.sql("delete from platform_services where name = ?")
                        .param(name.value())
                        .update()
                > 0;
    }

    private static RegisteredService service(ResultSet row, int number) throws SQLException {
        return new RegisteredService(
                new ServiceName(row.getString("name")),
                new TeamName(row.getString("team")),
                RepositoryRef.parse(row.getString("repository")));
    }
}
