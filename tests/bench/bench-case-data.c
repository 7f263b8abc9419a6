/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-case-data.h"

#include <glib/gstdio.h>
#include <math.h>

#include "mw-case-store.h"

#define NOTE_LENGTH 1000

/* Words of all days, the frequent ones first. */
static const char *const common[]
  = { "de",     "een",    "het",     "zij",     "en",      "van",     "is",     "niet",    "dat",       "met",
      "haar",   "naar",   "voor",    "meneer",  "mevrouw", "op",      "aan",    "heeft",   "nog",       "wel",
      "over",   "was",    "maar",    "graag",   "vertelt", "samen",   "weer",   "thuis",   "dochter",   "zoon",
      "buren",  "tuin",   "koffie",  "alleen",  "bezoek",  "week",    "huis",   "kerk",    "wandelen",  "verdriet",
      "zorgen", "slapen", "kaarten", "biljart", "overleden", "telefoon", "huisarts", "vrijwilliger", "verhuizing", "eenzaam" };
static const char *const firsts[]
  = { "tuin",  "buurt",  "dag",    "huis",   "ouderen", "koffie", "wandel", "zang",   "kaart",  "praat",  "steun",
      "rouw",  "eet",    "kerk",   "school", "markt",   "water",  "zomer",  "winter", "avond",  "morgen", "bloemen",
      "muziek", "lees",  "schaak", "reis",   "hobby",   "vogel",  "dieren", "kleinkind", "familie", "straat", "wijk",
      "zorg",  "rolstoel", "gehoor", "bril", "keuken",  "trap",   "boodschappen", "feest", "verjaardag" };
static const char *const seconds[]
  = { "groep",   "bezoek", "club",   "middag", "ochtend", "kring",   "tafel",  "plan",   "hulp",    "vriend", "maatje",
      "vereniging", "cursus", "kamer", "stoel", "gesprek", "verhaal", "zorg",  "plein",  "dag",     "leider", "genoot",
      "werk",    "vraag",  "wens",   "kaart",  "lijst",   "boek",    "pad",    "bank",   "centrum", "raad",   "dienst",
      "meester", "reis",   "avond",  "uurtje", "fonds",   "regeling", "bus" };
static const char *const endings[] = { "", "en", "s", "je", "jes", "tijd", "achtig" };

#define N_RARE (G_N_ELEMENTS (firsts) * G_N_ELEMENTS (seconds) * G_N_ELEMENTS (endings))

/* The nth most frequent word is used a nth as often as the first, as in any language. */
static void
append_word (GString *text, GRand *random)
{
  guint number = (guint) exp (g_rand_double (random) * log (G_N_ELEMENTS (common) + N_RARE)) - 1;
  guint rare;

  if (number < G_N_ELEMENTS (common))
    {
      g_string_append (text, common[number]);
      return;
    }

  rare = (guint) ((guint64) (number - G_N_ELEMENTS (common)) * 7919 % N_RARE); /* in no order */
  g_string_append (text, firsts[rare % G_N_ELEMENTS (firsts)]);
  rare /= G_N_ELEMENTS (firsts);
  g_string_append (text, seconds[rare % G_N_ELEMENTS (seconds)]);
  g_string_append (text, endings[rare / G_N_ELEMENTS (seconds)]);
}

static char *
dup_note (GRand *random)
{
  GString *text = g_string_new ("Bezoek:");

  while (text->len < NOTE_LENGTH)
    {
      g_string_append_c (text, ' ');
      append_word (text, random);
      if (g_rand_int_range (random, 0, 12) == 0)
        g_string_append_c (text, '.');
    }
  g_string_truncate (text, NOTE_LENGTH);
  return g_string_free (text, FALSE);
}

static MwCase *
dup_case (GRand *random, guint number)
{
  MwCase *one = mw_case_new ();

  g_free (one->label);
  one->label = g_strdup_printf ("%s Voorbeeld %u", number % 2 ? "Meneer" : "Mevrouw", number);
  one->age = number % MW_N_AGE_BANDS;
  one->status = number % 5 == 0 ? MW_STATUS_CLOSED : MW_STATUS_OPEN;
  one->created = one->touched = 1700000000 + (gint64) number * 3600;
  mw_case_set_text (&one->wishes, "Graag weer eens onder de mensen.");
  for (guint n = 0; n < BENCH_N_NOTES; n++)
    {
      g_autofree char *text = dup_note (random);

      mw_case_add_note (one, n % MW_N_NOTE_KINDS, 739000 + n, text);
    }
  return one;
}

MwSecret *
bench_dup_passphrase (void)
{
  mw_secret_init ();
  return mw_secret_new_passphrase ("de merel zingt in de linde", NULL);
}

void
bench_check (const GError *error)
{
  if (error)
    g_error ("%s", error->message);
}

void
bench_change_note (MwCase *one, guint number)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (number);
  MwNote *note = g_ptr_array_index (one->notes, one->notes->len - 1);
  g_autofree char *text = dup_note (random);

  mw_case_set_text (&note->text, text);
}

/* Where syncing takes no time, if there is such a place. */
static char *
dup_quick_folder (const char *folder)
{
  g_autofree char *quick = g_strdup ("/dev/shm/maatwerk-bench-XXXXXX");

  return g_mkdtemp (quick) ? g_steal_pointer (&quick) : g_build_filename (folder, "new", NULL);
}

void
bench_build_cases (const char *folder)
{
  g_autofree char *quick = dup_quick_folder (folder);
  g_autofree char *path = g_build_filename (quick, "cases.db", NULL);
  g_autofree char *final = g_build_filename (folder, "cases.db", NULL);
  g_autoptr (MwSecret) passphrase = bench_dup_passphrase ();
  g_autoptr (GRand) random = g_rand_new_with_seed (2012);
  g_autofree char *recovery_key = NULL;
  g_autoptr (GError) error = NULL;
  MwCaseStore *store;

  g_mkdir_with_parents (quick, 0700);
  store = mw_case_store_create (path, passphrase, NULL, &recovery_key, &error);
  bench_check (error);
  for (guint i = 0; i < BENCH_N_CASES; i++)
    {
      g_autoptr (MwCase) one = dup_case (random, i + 1);
      g_autoptr (MwCaseHeading) heading = mw_case_heading_new_for_case (0, one);
      g_autoptr (GBytes) record = mw_case_encode (one);

      mw_case_store_save (store, heading, record, &error);
      bench_check (error);
    }
  mw_case_store_back_up (store, final, &error);
  bench_check (error);
  mw_case_store_free (store);
  g_remove (path);
  g_remove (quick);
}

static gint64 entered;
static gint64 longest;

/* Runs each time the loop comes back to wait: what lies between two waits is the time that events had to wait. */
static int
poll_and_measure (GPollFD *fds, guint n_fds, int timeout)
{
  int n_ready;

  if (entered)
    longest = MAX (longest, g_get_monotonic_time () - entered);
  n_ready = g_poll (fds, n_fds, timeout);
  entered = g_get_monotonic_time ();

  return n_ready;
}

void
bench_watch_loop (void)
{
  g_main_context_set_poll_func (NULL, poll_and_measure);
  entered = longest = 0;
}

void
bench_skip_block (void)
{
  entered = 0;
}

double
bench_get_longest_block (void)
{
  return (double) longest / 1e3;
}

void
bench_keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

void
bench_wait (GAsyncResult **result)
{
  while (!*result)
    g_main_context_iteration (NULL, TRUE);
}

MwCases *
bench_open_cases (const char *folder)
{
  MwCases *cases = mw_cases_new (folder, NULL);

  mw_cases_check (cases);
  while (mw_cases_get_state (cases) == MW_CASES_CHECKING)
    g_main_context_iteration (NULL, TRUE);
  return cases;
}

double
bench_unlock (MwCases *cases)
{
  MwSecret *passphrase = bench_dup_passphrase ();
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  mw_cases_unlock_async (cases, passphrase, NULL, bench_keep_result, &result);
  bench_wait (&result);
  mw_cases_unlock_finish (cases, result, &error);
  bench_check (error);
  g_assert (g_list_model_get_n_items (mw_cases_get_list (cases)) == BENCH_N_CASES);
  return (double) (g_get_monotonic_time () - start) / 1e3;
}

void
bench_wait_for_index (MwCases *cases)
{
  while (!mw_cases_is_indexed (cases))
    g_main_context_iteration (NULL, TRUE);
}

void
bench_wait_for_thread (MwCases *cases)
{
  GAsyncResult *result = NULL;
  GArray *revisions;

  mw_cases_list_revisions_async (cases, 1, bench_keep_result, &result);
  bench_wait (&result);
  revisions = mw_cases_list_revisions_finish (cases, result, NULL);
  g_array_unref (revisions);
  g_object_unref (result);
}

void
bench_close_cases (MwCases *cases)
{
  GAsyncResult *result = NULL;

  mw_cases_close_async (cases, bench_keep_result, &result);
  bench_wait (&result);
  mw_cases_close_finish (cases, result, NULL);
  g_object_unref (result);
  g_object_unref (cases);
}
