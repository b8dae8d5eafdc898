package io.assay.coordination.detection;

import static io.assay.contracts.CoordinationTables.COORDINATED_MEMBER;

import io.assay.contracts.CoordinationTables;
import io.assay.contracts.TableRow;
import io.assay.coordination.detection.PlatformCrawl.Account;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.spark.sql.Row;

/** Rows of {@code gold.coordinated_member}: who belongs to a group, and in which role. */
final class MemberRows {
  private final String platform;
  private final PlatformCrawl crawl;
  private final NamedGroup named;
  private final int[] members;
  private final int[] acts;

  /** Members beside each member, and beside each target those who act on it; by position. */
  private final BitSet[] beside;

  private final BitSet[] onTarget;

  private MemberRows(String platform, PlatformCrawl crawl, NamedGroup named) {
    this.platform = platform;
    this.crawl = crawl;
    this.named = named;
    this.members = named.group().members();
    this.acts = new int[members.length];
    this.beside = sets(members.length);
    this.onTarget = sets(named.group().targets().length);
    read();
  }

  private static BitSet[] sets(int n) {
    BitSet[] sets = new BitSet[n];
    Arrays.setAll(sets, i -> new BitSet());
    return sets;
  }

  static List<Row> of(String platform, PlatformCrawl crawl, NamedGroup named) {
    MemberRows rows = new MemberRows(platform, crawl, named);
    List<Row> all = new ArrayList<>();
    for (int i = 0; i < rows.members.length; i++) {
      all.add(named.isFarm() ? rows.worker(i) : rows.ofPod(i));
    }
    for (FarmTarget target : FarmTarget.of(crawl.events(), named.group())) {
      all.add(rows.target(target));
    }
    return all;
  }

  private void read() {
    Events events = crawl.events();
    int[] targets = named.group().targets();
    List<BitSet> onPosts = new ArrayList<>();
    int post = -1;
    for (int e : named.acts().events()) {
      int i = Arrays.binarySearch(members, events.actor(e));
      int j = Arrays.binarySearch(targets, events.author(e));
      acts[i]++;
      onTarget[j].set(i);
      if (events.post(e) != post) {
        post = events.post(e);
        onPosts.add(new BitSet());
      }
      onPosts.get(onPosts.size() - 1).set(i);
    }
    if (named.isFarm()) {
      onPosts.forEach(on -> on.stream().forEach(i -> beside[i].or(on)));
    } else {
      for (int j = 0; j < targets.length; j++) {
        int author = j;
        beside[author].or(onTarget[author]);
        onTarget[author].stream().forEach(i -> beside[i].set(author));
      }
    }
    for (int i = 0; i < beside.length; i++) {
      beside[i].clear(i);
    }
  }

  private Row ofPod(int i) {
    Events events = crawl.events();
    long others = -events.postsOf(members[i]);
    for (int member : members) {
      others += events.postsOf(member);
    }
    PodStanding standing = named.group().pod().get(i);
    return row(
        member(i, others)
            .set("likelihood_out", standing.outwards())
            .set("likelihood_in", standing.inwards()));
  }

  private Row worker(int i) {
    return row(
        member(i, named.group().hits().size())
            .set("likelihood_out", named.group().farm().get(i).nats()));
  }

  private TableRow member(int i, long possible) {
    int all = crawl.events().endOf(members[i]) - crawl.events().firstOf(members[i]);
    return account(members[i], CoordinationTables.MEMBER, acts[i], beside[i], possible)
        .set("own_share", acts[i] / (double) Math.max(1, all));
  }

  /** Nobody is a customer of what may be no farm. */
  private Row target(FarmTarget target) {
    boolean paid = target.role() == TargetRole.CUSTOMER && named.group().isAccepted();
    BitSet hitters = onTarget[Arrays.binarySearch(named.group().targets(), target.author())];
    return row(
        account(
            target.author(), paid ? "customer" : "victim", target.hits(), hitters, target.posts()));
  }

  private TableRow account(int account, String role, int done, BitSet with, long possible) {
    Account known = crawl.accounts().get(account);
    return FoundRow.in(COORDINATED_MEMBER)
        .set("platform", platform)
        .set("group_id", named.name().text())
        .set("account_id", known.id())
        .set("handle", known.handle())
        .set("kind", named.kind())
        .set("accepted", named.group().isAccepted())
        .set("role", role)
        .set("acts", done)
        .set("degree", with.cardinality())
        .set("coverage", Math.min(1, done / (double) Math.max(1, possible)))
        .set("known_since", LocalDate.ofEpochDay(named.name().since()));
  }

  private static Row row(TableRow filled) {
    return FoundRow.of(COORDINATED_MEMBER, filled);
  }
}
