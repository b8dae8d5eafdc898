package io.assay.contracts;

import static io.assay.contracts.Field.optional;
import static io.assay.contracts.Field.required;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.List;

/** The columns of the brand's own records: what was bought, from whom, and what came of it. */
final class BrandFields {

  static final List<Field> CAMPAIGN =
      List.of(
          required("campaign_id", StringType, "the campaign").recordId(),
          required("brand", StringType, "the brand it is for"),
          required("objective", StringType, "awareness, traffic, leads or sales")
              .oneOf("awareness", "traffic", "leads", "sales"),
          required("starts_on", DateType, "first day").in("UTC day"),
          required("ends_on", DateType, "last day").in("UTC day"),
          optional("currency", StringType, "currency of all its amounts, ISO 4217"),
          optional("product_keywords", createArrayType(StringType), "words that name the product"),
          optional("competitor_brands", createArrayType(StringType), "brands it competes with"));

  static final List<Field> PLACEMENT =
      List.of(
          required("campaign_id", StringType, "the campaign").recordId(),
          required("platform", StringType, "platform in lower case"),
          required("account_id", StringType, "the creator").accountId(),
          required(
                  "kind",
                  StringType,
                  "sponsored_post, review, giveaway, contest, ambassadorship, affiliate, takeover")
              .oneOf(
                  "sponsored_post",
                  "review",
                  "giveaway",
                  "contest",
                  "ambassadorship",
                  "affiliate",
                  "takeover"),
          required("compensation", StringType, "flat_fee, product or commission")
              .oneOf("flat_fee", "product", "commission"),
          required("cost", DoubleType, "what it cost").in(Field.MONEY),
          optional("post_id", StringType, "the post that was delivered")
              .identifiesPerson()
              .recordId(),
          optional("utm_content", StringType, "mark in its links").identifiesPerson().code(),
          optional("promo_code", StringType, "code the creator hands out")
              .identifiesPerson()
              .code(),
          optional("commission_rate", DoubleType, "commission on sales").in(Field.SHARE),
          optional("deliverables_due", DateType, "day by which it is due").in("UTC day"),
          optional("reach", LongType, "accounts reached, as the creator reports").in("accounts"),
          optional("impressions", LongType, "times shown, as the creator reports").in("views"));

  static final List<Field> CONVERSION =
      List.of(
          required("campaign_id", StringType, "the campaign").recordId(),
          required("kind", StringType, "visit, lead or sale").oneOf("visit", "lead", "sale"),
          required("occurred_at", TimestampType, "when").in("UTC"),
          optional("utm_content", StringType, "mark of the link it came by")
              .identifiesPerson()
              .code(),
          optional("promo_code", StringType, "code that was used").identifiesPerson().code(),
          optional("revenue", DoubleType, "value of a sale").in(Field.MONEY),
          optional("order_id", StringType, "the shop's number of the sale")
              .identifiesPerson()
              .recordId());

  private BrandFields() {}
}
