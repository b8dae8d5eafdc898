package io.assay.coordination.detection;

/** What an author whom a farm hits is to it. */
enum TargetRole {
  /** It is hit as often as those who are hit most: it is likely to have paid. */
  CUSTOMER,
  /** It is hit now and then, so that customers do not stand out; or it cannot be told. */
  VICTIM
}
