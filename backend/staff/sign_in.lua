-- One attempt to sign in, counted before the password is looked at: attempts at the same moment can't slip through.
-- KEYS: 1 failures of the address, 2 failures of the account from the address, 3 its wait, 4 failures of the account
-- from everywhere, 5 all failures, 6 and 7 alarms already given.
-- ARGV: 1 most of an address, 2 its window, 3 tries before a wait, 4 longest wait, 5 most of an account, 6 most of all,
-- 7 window of 4 to 7, 8 window of 2. Times are milliseconds.
-- Returns {milliseconds to wait or 0, address locked, account alarm, alarm of all}.
local function count(key, window)
  local value = redis.call('INCR', key)
  if value == 1 then
    redis.call('PEXPIRE', key, window)
  end
  return value
end

local function first_alarm(key, above)
  if above and redis.call('SET', key, '1', 'NX', 'PX', ARGV[7]) then
    return 1
  end
  return 0
end

local wait = redis.call('PTTL', KEYS[3])
if tonumber(redis.call('GET', KEYS[1]) or '0') >= tonumber(ARGV[1]) then
  wait = math.max(wait, redis.call('PTTL', KEYS[1]))
end
if wait > 0 then
  return {wait, 0, 0, 0}
end

local locked = 0
if count(KEYS[1], ARGV[2]) >= tonumber(ARGV[1]) then
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
  locked = 1
end
local here = count(KEYS[2], ARGV[8])
local attacked = count(KEYS[4], ARGV[7]) > tonumber(ARGV[5])
local flood = count(KEYS[5], ARGV[7]) > tonumber(ARGV[6])
if attacked then
  redis.call('SET', KEYS[3], '1', 'PX', ARGV[4])
elseif here >= tonumber(ARGV[3]) then
  redis.call('SET', KEYS[3], '1', 'PX', string.format('%d', math.min(tonumber(ARGV[4]), 1000 * 2 ^ (here - 1))))
end
return {0, locked, first_alarm(KEYS[6], attacked), first_alarm(KEYS[7], flood)}
